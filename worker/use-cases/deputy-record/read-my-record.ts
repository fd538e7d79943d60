import type {
  DeputyDeed,
  DeputyRecord,
  DeputyRecordQuery,
  RecordedReport,
} from '../../../shared/contract/deputy-record.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import { OPEN_STATES, type State } from '../../../shared/domain/report-state.ts'
import { cityDate } from '../../../shared/domain/working-days.ts'
import type { Context } from '../../context.ts'
import { deedsOfSession, namesOfSession, yearsOfSession, type Deed } from '../../repository/deputy-records.ts'
import { notesOfSession } from '../../repository/problem-notes.ts'
import { noteShown } from '../problem-note/note-shown.ts'
import { iso } from '../report/present-time.ts'
import { withActor } from '../session/with-actor.ts'

const MOST_REPORTS = 500
const MOST_NOTES = 100

const DEED: Record<Deed['action'], DeputyDeed> = {
  submit: 'filed',
  watch: 'watched',
  approve: 'reviewed',
  send_back: 'reviewed',
  finish: 'answered',
}

const yearStart = (year: number) => Date.parse(`${year}-01-01T00:00:00+08:00`)

type Counts = Record<DeputyDeed, number>

/** Each report counts once a month for each kind of deed: reviewing one twice is no more than reviewing it. */
function countsOf(deeds: readonly Deed[]): Counts {
  const counted = (kind: DeputyDeed) =>
    new Set(deeds.filter(({ action }) => DEED[action] === kind).map(({ number }) => number)).size
  return {
    filed: counted('filed'),
    watched: counted('watched'),
    reviewed: counted('reviewed'),
    answered: counted('answered'),
  }
}

function reportsOf(deeds: readonly Deed[]): RecordedReport[] {
  const reports = new Map<string, RecordedReport>()
  for (const { action, at, ...report } of deeds) {
    const known = reports.get(report.number) ?? { ...report, at: iso(at), did: [] }
    const did = [...new Set([...known.did, DEED[action]])]
    reports.set(report.number, { ...known, did })
  }
  return [...reports.values()].slice(0, MOST_REPORTS)
}

const isOpen = (state: State) => (OPEN_STATES as readonly State[]).includes(state) && state !== 'answered'
const isAnswered = (state: State) => state === 'answered' || state === 'closed'

function outcomesOf(reports: readonly RecordedReport[]): DeputyRecord['outcomes'] {
  const filed = reports.filter(({ did }) => did.includes('filed')).map(({ state }) => state)
  const answered = filed.filter(isAnswered).length
  const underWay = filed.filter(isOpen).length
  return { answered, underWay, ended: filed.length - answered - underWay }
}

/**
 * What a deputy filed, watched, reviewed and answered in a year, and what came of it until now.
 *
 * @throws AppError `UNAUTHENTICATED`, `NOT_ALLOWED` for all but deputies
 */
export async function readMyRecord(ctx: Context, query: DeputyRecordQuery): Promise<DeputyRecord> {
  const { tokenHash } = ctx.credentials
  if (tokenHash === null) throw new AppError('UNAUTHENTICATED')
  const now = ctx.now()
  const session = { tokenHash, now }
  const thisYear = Number(cityDate(now).slice(0, 4))
  const year = query.year ?? thisYear
  const span = { from: yearStart(year), to: yearStart(year + 1) }
  const { answers } = await withActor(ctx, [
    namesOfSession(ctx.db, ctx.locale, session),
    yearsOfSession(ctx.db, session),
    deedsOfSession(ctx.db, ctx.locale, session, span),
    notesOfSession(ctx.db, ctx.locale, session, {
      before: Number.MAX_SAFE_INTEGER,
      limit: MOST_NOTES,
      ...span,
    }),
  ])
  const [{ name, station }, years, deeds, notes] = answers
  const reports = reportsOf(deeds)
  const inMonth = (month: string) => deeds.filter(({ at }) => cityDate(at).startsWith(month))
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`)
  return {
    year,
    years: [...new Set([...years, thisYear, year])].toSorted((a, b) => b - a),
    name,
    station,
    total: countsOf(deeds),
    months: months.map((month) => ({ month, ...countsOf(inMonth(month)) })),
    outcomes: outcomesOf(reports),
    reports,
    notes: notes.map(noteShown),
    madeAt: iso(now),
  }
}
