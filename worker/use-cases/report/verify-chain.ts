import type { Context } from '../../context.ts'
import { runBatch, type Database, type Row } from '../../repository/query.ts'
import {
  BEFORE_ALL,
  missingReportsAfter,
  reportIdsAfter,
  reportRow,
  storedEventsAfter,
  type StoredEvent,
} from '../../repository/report-chains.ts'
import { beginChain, followChain, isAsFiled, wrongColumns, type ChainFault } from './check-chain.ts'

/** One thing that is not as it was written. */
export interface Deviation {
  /** Null for events that belong to no report. */
  reportNumber: string | null
  /** The event; null where the report's row is wrong. */
  seq: number | null
  fault: ChainFault
  /** The columns of the row that are wrong; empty for events. */
  columns: string[]
}

/** Reports a page, and events a piece of one report: what is held in memory at a time. */
const PAGE = 25
const PIECE = 200

type VerifyContext = Pick<Context, 'db' | 'secrets'>
type Tell = (deviation: Deviation) => void

/** A report's row as it was when these of its events were read. */
interface Piece {
  row: Row
  events: StoredEvent[]
}

/** The rows and first events of some reports, or with `afterSeq` the further events of one. */
async function loadPieces(db: Database, ids: number[], afterSeq = BEFORE_ALL): Promise<Piece[]> {
  const answers = await runBatch(
    db,
    ids.flatMap((id) => [reportRow(db, id), storedEventsAfter(db, id, afterSeq, PIECE)]),
  )
  return ids.map((_, index) => ({
    row: (answers[index * 2] as Row | null) ?? {},
    events: answers[index * 2 + 1] as StoredEvent[],
  }))
}

/** A report from its first piece to its last. */
async function* piecesOf(db: Database, first: Piece): AsyncGenerator<Piece> {
  let piece: Piece | undefined = first
  while (piece) {
    yield piece
    const last: StoredEvent | undefined = piece.events[PIECE - 1]
    piece = last && (await loadPieces(db, [first.row.id as number], last.seq))[0]
  }
}

/** Follows one report to its end; answers how many events it has. */
async function verifyReport(ctx: VerifyContext, first: Piece, tell: Tell): Promise<number> {
  const reportNumber = first.row.number as string
  let chain = beginChain(reportNumber)
  let count = 0
  let { row } = first
  const isAnonymised = row.anonymised_at !== null
  for await (const piece of piecesOf(ctx.db, first)) {
    for (const event of piece.events) {
      const followed = await followChain(ctx.secrets, chain, event, isAnonymised)
      for (const fault of followed.faults) tell({ reportNumber, seq: event.seq, fault, columns: [] })
      chain = followed.chain
    }
    count += piece.events.length
    // Of a report at work only the row that was read together with the last events must agree with them.
    row = piece.row
  }
  const columns = wrongColumns(chain, row)
  if (count === 0) tell({ reportNumber, seq: null, fault: 'without_events', columns: [] })
  else if (columns.length > 0) tell({ reportNumber, seq: null, fault: 'row', columns })
  if (!(await isAsFiled(ctx.secrets, chain, row))) {
    tell({ reportNumber, seq: null, fault: 'filed', columns: [] })
  }
  return count
}

async function tellLostEvents({ db }: VerifyContext, tell: Tell): Promise<void> {
  for (let after = BEFORE_ALL; ;) {
    const [missing] = await runBatch(db, [missingReportsAfter(db, after, PAGE)])
    for (const { reportId, seq } of missing) {
      tell({ reportNumber: null, seq, fault: 'without_report', columns: [] })
      after = reportId
    }
    if (missing.length < PAGE) return
  }
}

/**
 * Walks every report from its first event to its row and tells all that is not as it was written: a missing,
 * inserted, moved or changed event, a broken chain of hashes, a row that its events do not give, words or a place
 * that are not those that were filed.
 *
 * It needs no key and trusts nothing but the rows. What it cannot see: a chain that was written anew from some event
 * to its end together with the row. For that, compare `head_hash` with one that was kept elsewhere.
 *
 * @param tell is called once a deviation, report by report
 */
export async function verifyChains(
  ctx: VerifyContext,
  tell: Tell,
): Promise<{ reports: number; events: number; deviations: number }> {
  const total = { reports: 0, events: 0, deviations: 0 }
  const count: Tell = (deviation) => {
    total.deviations += 1
    tell(deviation)
  }
  for (let after = BEFORE_ALL; ;) {
    const [ids] = await runBatch(ctx.db, [reportIdsAfter(ctx.db, after, PAGE)])
    if (ids.length === 0) break
    for (const piece of await loadPieces(ctx.db, ids)) total.events += await verifyReport(ctx, piece, count)
    after = ids.at(-1) ?? after
    total.reports += ids.length
  }
  await tellLostEvents(ctx, count)
  return total
}
