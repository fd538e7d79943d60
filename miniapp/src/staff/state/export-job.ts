import { create } from 'zustand'
import { ApiError } from '@/api/api-error'
import { saveCsv } from '@/platform/save-csv'
import { readJson, writeJson } from '@/state/kept-json'
import { useSession } from '@/state/session'
import { beginExport, readExportPiece } from '../api/report-lists'
import type { ListChoice } from './use-reports'

interface ExportJob {
  /** left: a reload or a closed window ended it, and it can begin anew */
  phase: 'idle' | 'running' | 'paused' | 'failed' | 'done' | 'left'
  choice: ListChoice | null
  /** rows that there are, and that have come */
  total: number
  rows: number
  /** the server's words */
  failure: string
}

const IDLE: ExportJob = { phase: 'idle', choice: null, total: 0, rows: 0, failure: '' }
const LEFT = 'mashang.staff.export'

/**
 * The one list that is being taken out. It lives beside the pages, so that one can go on working meanwhile; the rows
 * are in the memory alone: a computer that colleagues share keeps nothing that nobody saved.
 */
export const useExportJob = create<ExportJob>(() => IDLE)

let pieces: string[] = []
let pass = ''
let after: string | null = ''
/** Another run takes the place of this one as soon as the number changes. */
let run = 0

export async function startExport(choice: ListChoice): Promise<void> {
  forget()
  useExportJob.setState({ ...IDLE, phase: 'running', choice })
  writeJson(LEFT, { account: useSession.getState().account?.id, choice })
  const mine = run
  await trying(mine, async () => {
    const begun = await beginExport(choice)
    if (mine !== run) return
    pass = begun.export
    useExportJob.setState({ total: begun.total })
    await readOn(mine)
  })
}

/** Where it stopped; from the beginning when it had not begun. */
export async function resumeExport(): Promise<void> {
  const { choice } = useExportJob.getState()
  if (pass === '') return choice ? startExport(choice) : undefined
  run += 1
  const mine = run
  useExportJob.setState({ phase: 'running', failure: '' })
  await trying(mine, () => readOn(mine))
}

export function pauseExport(): void {
  run += 1
  useExportJob.setState({ phase: 'paused' })
}

/** Ends it, or takes its message away. */
export function dropExport(): void {
  forget()
  writeJson(LEFT, null)
  useExportJob.setState(IDLE)
}

/** The file once more, as long as nobody has taken the message away. */
export function saveExport(): void {
  saveCsv(`mashang-${new Date().toISOString().slice(0, 10)}.csv`, pieces)
}

/** Tells of an export that a reload has ended, to whoever had begun it. */
export function findLeftExport(): void {
  if (useExportJob.getState().phase !== 'idle') return
  const kept = readJson(LEFT)
  if (!kept || kept.account !== useSession.getState().account?.id) return
  useExportJob.setState({ ...IDLE, phase: 'left', choice: kept.choice as ListChoice })
}

useSession.subscribe(({ account }, before) => {
  // Whoever comes next must not find what the one before has read.
  if (before.account && account?.id !== before.account.id) dropExport()
})

function forget(): void {
  run += 1
  pieces = []
  pass = ''
  after = ''
}

async function readOn(mine: number): Promise<void> {
  while (after !== null) {
    const piece = await readExportPiece(pass, after)
    if (mine !== run) return
    pieces.push(piece.csv)
    after = piece.nextCursor
    useExportJob.setState(({ rows }) => ({ rows: rows + piece.rows }))
  }
  writeJson(LEFT, null)
  useExportJob.setState({ phase: 'done' })
  saveExport()
}

async function trying(mine: number, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    if (mine !== run) return
    // A pass that no longer opens anything: the next try begins anew.
    if (error.code === 'NOT_FOUND') forget()
    useExportJob.setState(({ rows }) => ({ phase: 'failed', failure: error.message, rows: pass ? rows : 0 }))
  }
}
