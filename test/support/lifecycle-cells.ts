import type { Actor } from '../../shared/domain/actor.ts'
import type { Command } from '../../shared/domain/report-command.ts'
import type { ReportFacts, State } from '../../shared/domain/report-state.ts'
import { ACTORS, MONDAY, opinion } from './facts.ts'
import type { Part, Person, RuledAction, Situation, Turn } from './lifecycle-oracle.ts'

// Every kind of report meets every kind of person: what the cells of the lifecycle are made of.

const { anonymous } = ACTORS
const deputy = (id: string, stationNumber: string): Actor => ({
  ...anonymous,
  role: 'deputy',
  id: `account-${id}`,
  deputyId: id,
  stationNumber,
})

const PEOPLE = {
  anonymous,
  'bearer of the query code': { ...anonymous, reporterOf: opinion().number },
  reporter: ACTORS.reporter,
  'other resident': ACTORS.otherResident,
  station: ACTORS.station,
  'other station': ACTORS.otherStation,
  body: ACTORS.body,
  'co-body': { ...ACTORS.otherBody, id: 'b3', bodyCode: 'water' },
  'other body': ACTORS.otherBody,
  'answering deputy': deputy('d-0001-02', '0001'),
  'deputy who files': deputy('d-0001-01', '0001'),
  'other deputy of the station': deputy('d-0001-03', '0001'),
  'deputy of another station': deputy('d-0002-01', '0002'),
  supervisor: ACTORS.supervisor,
  desk: ACTORS.desk,
  'desk of another district': ACTORS.otherDesk,
  administrator: ACTORS.admin,
  clock: { ...anonymous, role: 'clock' },
} as const satisfies Record<string, Actor>
type Name = keyof typeof PEOPLE

/** A report's circumstances that do not change with its steps. */
interface Kind {
  filedBy: 'resident' | 'deputy' | 'station officer'
  /** Who answers for it: a body with its helper, a deputy of the station, by a lead's answer one of another station. */
  answeredBy: 'body' | 'deputy' | 'deputy of another station' | null
}

const FILED: Record<Kind['filedBy'], Partial<ReportFacts>> = {
  resident: { channel: 'opinion', reporterId: 'r1' },
  deputy: { channel: 'snapshot', reporterId: 'account-d-0001-01', filerDeputyId: 'd-0001-01' },
  'station officer': { channel: 'opinion', reporterId: 's1' },
}

const ANSWERED = {
  body: { bodyCode: 'lamps', coBodyCodes: ['water'] },
  deputy: { deputyId: 'd-0001-02' },
  'deputy of another station': { deputyId: 'd-0002-01' },
} as const satisfies Record<NonNullable<Kind['answeredBy']>, Partial<ReportFacts>>

const TURNS: Record<State, readonly Turn[]> = {
  submitted: ['station', 'desk', 'supervisor'],
  needs_info: ['reporter'],
  assigned: ['body', 'answerer'],
  in_progress: ['body', 'answerer'],
  disputed: ['station', 'desk', 'supervisor'],
  in_review: ['station', 'desk', 'supervisor', 'filer'],
  answered: ['reporter'],
  closed: [null],
  declined: [null],
  merged: [null],
  withdrawn: [null],
}

/** The parts everybody has in every report of these cells, and those that the kind of report adds. */
const ALWAYS: Partial<Record<Name, readonly Part[]>> = {
  'bearer of the query code': ['reporter'],
  station: ['station'],
  'answering deputy': ['station_deputy'],
  'deputy who files': ['station_deputy'],
  'other deputy of the station': ['station_deputy'],
  supervisor: ['supervisor'],
  desk: ['supervisor'],
  clock: ['clock'],
}
const BY_FILING: Record<Kind['filedBy'], Partial<Record<Name, readonly Part[]>>> = {
  resident: { reporter: ['reporter'] },
  deputy: { 'deputy who files': ['reporter', 'filer'] },
  'station officer': { station: ['reporter'] },
}
const BY_ANSWERER: Record<NonNullable<Kind['answeredBy']>, Partial<Record<Name, readonly Part[]>>> = {
  body: { body: ['body'], 'co-body': ['co_body'] },
  deputy: { 'answering deputy': ['answerer'] },
  'deputy of another station': { 'deputy of another station': ['answerer'] },
}

function partsOf(name: Name, kind: Kind): Part[] {
  const byAnswerer = kind.answeredBy === null ? {} : BY_ANSWERER[kind.answeredBy]
  return [ALWAYS, BY_FILING[kind.filedBy], byAnswerer].flatMap((parts) => parts[name] ?? [])
}

function isPossible(turn: Turn, { filedBy, answeredBy }: Kind): boolean {
  if (turn === 'filer') return filedBy === 'deputy'
  if (turn === 'body') return answeredBy === 'body'
  if (turn === 'answerer') return answeredBy === 'deputy' || answeredBy === 'deputy of another station'
  return true
}

function holderOf(turn: Turn, { answeredBy }: Kind): Pick<ReportFacts, 'holderType' | 'holderCode'> {
  switch (turn) {
    case null:
      return { holderType: null, holderCode: null }
    case 'station':
      return { holderType: 'station', holderCode: '0001' }
    case 'body':
      return { holderType: 'body', holderCode: 'lamps' }
    case 'answerer':
      return { holderType: 'deputy', holderCode: answeredBy === 'deputy' ? 'd-0001-02' : 'd-0002-01' }
    case 'filer':
      return { holderType: 'deputy', holderCode: 'd-0001-01' }
    case 'reporter':
      return { holderType: 'reporter', holderCode: null }
    default:
      return { holderType: turn, holderCode: '440104' }
  }
}

/** One thing more that may be true of a report or of the person before it. */
interface Twist {
  facts?: Partial<ReportFacts>
  theirs?: 'finishedBy' | 'declinedBy'
}
const AN_HOUR = 3_600_000
const EARLIER = MONDAY - AN_HOUR
const LATER = MONDAY + AN_HOUR

/** Groups of which at most one can hold at a time. */
const TWISTS: readonly (readonly Twist[])[] = [
  [{ facts: { appealed: true } }],
  [{ facts: { adjudicated: true } }],
  [{ facts: { bounces: 2 } }],
  [{ facts: { round: 2 } }, { facts: { round: 2, escalated: true } }],
  [
    { facts: { extension: 'asked' } },
    { facts: { extension: 'granted' } },
    { facts: { extension: 'refused' } },
  ],
  [{ facts: { supervision: 'watched' } }, { facts: { supervision: 'ordered' } }],
  [{ facts: { consentPublic: true } }, { facts: { consentPublic: true, isPublic: true } }],
  [
    { facts: { dueAt: EARLIER, escalateAt: LATER } },
    { facts: { dueAt: EARLIER, escalateAt: EARLIER } },
    { facts: { dueAt: EARLIER, escalateAt: null } },
  ],
  [{ facts: { overdueLevel: 'station' } }, { facts: { overdueLevel: 'supervisor' } }],
  [{ facts: { anonymisedAt: EARLIER } }],
  [{ theirs: 'finishedBy' }],
  [{ theirs: 'declinedBy' }],
]

const SINGLES = TWISTS.flatMap((group, index) => group.map((twist) => ({ index, twist })))
/** Nothing special, and every single twist. */
const PLAIN: Twist[][] = [[], ...SINGLES.map(({ twist }) => [twist])]
/** Every two twists that can go together. */
const PAIRS: Twist[][] = SINGLES.flatMap((a) =>
  SINGLES.filter((b) => b.index > a.index).map((b) => [a.twist, b.twist]),
)

/** All kinds of report meet every twist; two twists at once meet the common kind of each turn. */
function twistsFor(turn: Turn, { filedBy, answeredBy }: Kind): Twist[][] {
  const isCommon =
    filedBy === (turn === 'filer' || turn === 'desk' ? 'deputy' : 'resident') &&
    answeredBy === (turn === 'answerer' ? 'deputy' : 'body')
  return isCommon ? [...PLAIN, ...PAIRS] : PLAIN
}

function kinds(): Kind[] {
  const filers = Object.keys(FILED) as Kind['filedBy'][]
  const answerers = [null, ...Object.keys(ANSWERED)] as Kind['answeredBy'][]
  return filers.flatMap((filedBy) => answerers.map((answeredBy) => ({ filedBy, answeredBy })))
}

function situationOf(facts: ReportFacts, turn: Turn): Situation {
  const timeIsUp = facts.dueAt !== null && facts.dueAt < MONDAY
  const graceIsOver = timeIsUp && (facts.escalateAt === null || facts.escalateAt < MONDAY)
  return { ...facts, turn, timeIsUp, graceIsOver, brought: facts.overdueLevel }
}

export interface Cell {
  name: string
  facts: ReportFacts
  actor: Actor
  report: Situation
  who: Person
}

function cellOf(name: Name, facts: ReportFacts, turn: Turn, kind: Kind, twists: readonly Twist[]): Cell {
  const actor: Actor = PEOPLE[name]
  const theirs = twists.flatMap((twist) => twist.theirs ?? [])
  const their = (mark: Twist['theirs']) => actor.id !== null && theirs.includes(mark as 'finishedBy')
  const who = { parts: partsOf(name, kind), finishedIt: their('finishedBy'), declinedIt: their('declinedBy') }
  const own = Object.fromEntries(theirs.map((mark) => [mark, actor.id]))
  return { name, facts: { ...facts, ...own }, actor, report: situationOf(facts, turn), who }
}

/** Every state with every turn it can be in and every kind of report that can be there. */
function places(): { state: State; turn: Turn; kind: Kind }[] {
  const turns = Object.entries(TURNS).flatMap(([state, all]) =>
    all.map((turn) => ({ state: state as State, turn })),
  )
  return turns.flatMap((place) =>
    kinds()
      .filter((kind) => isPossible(place.turn, kind))
      .map((kind) => ({ ...place, kind })),
  )
}

/** Every report of every kind with every twist, before every person. */
export function everyCell(): Cell[] {
  const names = Object.keys(PEOPLE) as Name[]
  return places().flatMap(({ state, turn, kind }) => {
    const plain = opinion({
      ...FILED[kind.filedBy],
      ...(kind.answeredBy && { ...ANSWERED[kind.answeredBy] }),
      ...holderOf(turn, kind),
      ...(state === 'merged' && { leadNumber: '26112300000011', mergedFrom: 'submitted' }),
      state,
      evidenceRequired: false,
      dueAt: LATER,
      escalateAt: LATER + AN_HOUR,
    })
    return twistsFor(turn, kind).flatMap((twists) => {
      const facts: ReportFacts = Object.assign({}, plain, ...twists.map((twist) => twist.facts))
      return names.map((name) => cellOf(name, facts, turn, kind, twists))
    })
  })
}

const text = '灯已换新，今晚亮了。'

/** A command that lacks nothing, so that only the table can refuse it. */
export const COMMANDS: Record<RuledAction, Command> = {
  supplement: { action: 'supplement', text },
  ask: { action: 'ask', text },
  decline: { action: 'decline', reason: 'no_content' },
  appeal: { action: 'appeal', text },
  merge: { action: 'merge', leadNumber: '26112300000011' },
  unmerge: { action: 'unmerge' },
  assign: { action: 'assign', bodyCode: 'lamps', complexity: 'simple' },
  sign: { action: 'sign' },
  bounce: { action: 'bounce', text },
  extend: { action: 'extend', days: 2, text },
  grant: { action: 'grant' },
  refuse: { action: 'refuse', text },
  finish: { action: 'finish', text, photoIds: ['a-photo-of-it'] },
  send_back: { action: 'send_back', text },
  approve: { action: 'approve' },
  rate: { action: 'rate', answered: true, solved: true, satisfied: true },
  archive: { action: 'archive' },
  resume: { action: 'resume' },
  escalate: { action: 'escalate' },
  settle: {
    action: 'settle',
    answer: { text, bodyCode: 'lamps', deputyId: null, complexity: 'simple', finishedBy: 'b1', data: {} },
  },
  withdraw: { action: 'withdraw' },
  watch: { action: 'watch' },
  order: { action: 'order', text, dueAt: LATER },
  lift: { action: 'lift' },
  publish: { action: 'publish' },
  unpublish: { action: 'unpublish' },
  redact: { action: 'redact', text },
  note: { action: 'note', text },
  anonymise: { action: 'anonymise', why: 'asked' },
}
