import { UNTOUCHED } from '../../../shared/domain/report-beginning.ts'
import type { Secrets } from '../../context.ts'
import type { Row } from '../../repository/query.ts'
import type { StoredEvent } from '../../repository/report-chains.ts'
import { changesToColumns } from '../../repository/report-columns.ts'
import type { NewEvent } from '../../repository/report-events.ts'
import { eventHash, filedHash, textHash } from './chain.ts'

/** What can be wrong with an event (the first six), with a report's row, or with how the two belong together. */
export type ChainFault =
  | 'number'
  | 'state'
  | 'link'
  | 'json'
  | 'hash'
  | 'words'
  | 'row'
  | 'filed'
  | 'without_events'
  | 'without_report'

/** The events of one report, followed so far. */
export interface Chain {
  reportNumber: string
  seq: number
  state: string
  hash: string
  updatedAt: number
  answeredAt: number | null
  /** The hash of what was filed; null before the first event. */
  filed: string | null
  /** The facts that the events give, by the row's column names. */
  columns: Record<string, unknown>
}

/** The chain of a report before its first event. */
export function beginChain(reportNumber: string): Chain {
  return {
    reportNumber,
    seq: 0,
    state: '',
    hash: '',
    updatedAt: 0,
    answeredAt: null,
    filed: null,
    columns: changesToColumns(UNTOUCHED),
  }
}

/** What a stored text says, or undefined when it is not, letter by letter, what would have been written for that. */
function readJson(text: string, rewrite = (value: unknown) => value): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return JSON.stringify(rewrite(value)) === text ? value : undefined
  } catch {
    return undefined
  }
}

/** The event as it was hashed, or null when its JSON is not what was written. */
function asHashed(chain: Chain, event: StoredEvent): Omit<NewEvent, 'hash'> | null {
  const photoIds = readJson(event.photoIds)
  const data = readJson(event.data)
  const changes = readJson(event.changes, (value) => changesToColumns(value as NewEvent['changes']))
  if (photoIds === undefined || data === undefined || changes === undefined) return null
  // The formula is asked with the very values of the row: a foreign state or a third kind of boolean is hashed too.
  const { hash: _hash, ...stored } = event
  const content: unknown = { ...stored, reportNumber: chain.reportNumber, photoIds, data, changes }
  return content as Omit<NewEvent, 'hash'>
}

async function contentFault(secrets: Secrets, chain: Chain, event: StoredEvent): Promise<ChainFault | null> {
  const content = asHashed(chain, event)
  if (!content) return 'json'
  return (await eventHash(secrets, content)) === event.hash ? null : 'hash'
}

/**
 * Whether an event's words are those that were written. Erased ones cannot be compared; whether they were rightly
 * erased, the report's row says, which must be what its last events give.
 */
async function wordsFault(
  secrets: Secrets,
  event: StoredEvent,
  isAnonymised: boolean,
): Promise<ChainFault | null> {
  const { text, textSalt, textHash: expected } = event
  if (expected === null) return textSalt === null ? null : 'words'
  if (text === null || textSalt === null) return isAnonymised && text === textSalt ? null : 'words'
  return (await textHash(secrets, textSalt, text)) === expected ? null : 'words'
}

/** What a report's row takes from an event's words. */
function wordsFrom({ action, text }: StoredEvent): Record<string, unknown> {
  if (action === 'anonymise') return { public_text: null, order_text: null }
  if (text === null) return {}
  if (action === 'publish' || action === 'redact') return { public_text: text }
  return action === 'order' ? { order_text: text } : {}
}

/** The chain with one more event, however wrong that is: what comes after it is judged by it, not by what is lost. */
function lengthen(chain: Chain, event: StoredEvent): Chain {
  const isAnswer = event.to === 'answered' && event.from !== 'answered'
  return {
    ...chain,
    seq: event.seq,
    state: event.to,
    hash: event.hash,
    updatedAt: event.at,
    answeredAt: isAnswer ? event.at : chain.answeredAt,
    filed: chain.filed ?? (readJson(event.data) as { filed?: string } | undefined)?.filed ?? null,
    columns: {
      ...chain.columns,
      ...(readJson(event.changes) as object | undefined),
      ...wordsFrom(event),
    },
  }
}

/**
 * Follows a chain by one event; `faults` is empty when the event is what comes next and says what it said.
 *
 * @param isAnonymised the report's row says that its words were erased
 */
export async function followChain(
  secrets: Secrets,
  chain: Chain,
  event: StoredEvent,
  isAnonymised: boolean,
): Promise<{ chain: Chain; faults: ChainFault[] }> {
  const faults: (ChainFault | null)[] = [
    event.seq === chain.seq + 1 ? null : 'number',
    event.from === chain.state ? null : 'state',
    event.prevHash === chain.hash ? null : 'link',
    await contentFault(secrets, chain, event),
    await wordsFault(secrets, event, isAnonymised),
  ]
  return { chain: lengthen(chain, event), faults: faults.filter((fault) => fault !== null) }
}

/** The columns in which a report's row is not what its events give. */
export function wrongColumns(chain: Chain, row: Row): string[] {
  const expected: Record<string, unknown> = {
    ...chain.columns,
    version: chain.seq,
    head_hash: chain.hash,
    state: chain.state,
    updated_at: chain.updatedAt,
    answered_at: chain.answeredAt,
  }
  return Object.keys(expected).filter((column) => {
    const value = expected[column]
    return row[column] !== (Array.isArray(value) ? JSON.stringify(value) : value)
  })
}

/** What is empty in an anonymised report. */
const ERASED = ['lat_e6', 'lng_e6', 'cell', 'address', 'contact_sealed', 'filed_salt', 'reporter_id'] as const

/** Whether the words, place and category in a report's row are those that were filed. */
export async function isAsFiled(secrets: Secrets, chain: Chain, row: Row): Promise<boolean> {
  // Reports from before the first event kept a hash have none to compare with.
  if (chain.filed === null) return true
  if (row.anonymised_at !== null) return ERASED.every((column) => row[column] === null) && row.text === ''
  const hash = await filedHash(secrets, {
    number: row.number as string,
    channel: row.channel as string,
    stationNumber: row.station_number as string | null,
    districtCode: row.district_code as string,
    categoryCode: row.category_code as string,
    text: row.text as string,
    answers: row.answers as string,
    latE6: row.lat_e6 as number | null,
    lngE6: row.lng_e6 as number | null,
    address: row.address as string | null,
    consentPublic: row.consent_public as number,
    caseSlug: row.case_slug as string | null,
    filerDeputyId: row.filer_deputy_id as string | null,
    createdAt: row.created_at as number,
    filedSalt: row.filed_salt as string | null,
  })
  return hash === chain.filed
}
