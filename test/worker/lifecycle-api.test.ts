import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ReportAnswer } from '../../shared/contract/report.ts'
import { STATES } from '../../shared/domain/report-state.ts'
import { actOn, api, signIn, submitOpinion, uploadPhoto, type Caller } from '../support/api.ts'
import { readsAs, verdictOn, type Verdict } from '../support/lifecycle-oracle.ts'
import { copyReport, queryCodeOf } from '../support/report-copies.ts'
import { seedTestCity } from '../support/test-city.ts'
import type { Player } from './model/cast.ts'
import { PERSON_ACTIONS } from './model/choices.ts'
import { dumpReports, type Dumped } from './model/dump.ts'
import { personOf, situationAt } from './model/parts.ts'

// Every action by everybody on a real report in every state, through HTTP: what is offered succeeds, on a copy; what
// is not offered is refused as the design says, and changes nothing.

const HOUSING = 'yuexiu-housing-construction'
const URBAN = 'yuexiu-urban-management'
const OPINION = { categoryCode: 'property-management', text: '小区电梯口的灯坏了三天，没有人来修。' }
const WORDS = '灯已换新，今晚亮了。'

function player(name: string, role: Player['role'], office: Partial<Player>): Player {
  const nothing = { id: null, tokenHash: null, station: null, body: null, district: null, deputy: null }
  return { name, role, ...nothing, ...office }
}

/** The demonstration roles, as the design names them. */
const ROLES: readonly Player[] = [
  player('nobody', 'anonymous', {}),
  player('bearer of the code', 'anonymous', {}),
  player('reporter', 'resident', { id: 'set when their session is opened' }),
  player('stranger', 'resident', { id: 'somebody else' }),
  player('station.demo', 'station', { id: 'acct-station-demo', station: '0001' }),
  player('station2.demo', 'station', { id: 'acct-station2-demo', station: '0002' }),
  player('body.demo', 'body', { id: 'acct-body-demo', body: HOUSING }),
  player('body2.demo', 'body', { id: 'acct-body2-demo', body: URBAN }),
  player('deputy.demo', 'deputy', { id: 'acct-deputy-demo', station: '0001', deputy: 'd-0001-01' }),
  player('deputy2.demo', 'deputy', { id: 'acct-deputy2-demo', station: '0002', deputy: 'd-0002-01' }),
  player('supervisor.demo', 'supervisor', { id: 'acct-supervisor-demo' }),
  player('desk.demo', 'supervisor', { id: 'acct-desk-demo', district: '440104' }),
  player('admin.demo', 'admin', { id: 'acct-admin-demo' }),
]
const CODE_BEARER = 'bearer of the code'

const callers = new Map<string, Caller>()
let lead: string

function callerOf(name: string): Caller {
  return callers.get(name) ?? {}
}

type Step = [who: string, command: object]

const assign: Step = [
  'station.demo',
  { action: 'assign', bodyCode: HOUSING, complexity: 'simple', coBodyCodes: [URBAN] },
]
const sign: Step = ['body.demo', { action: 'sign' }]
const finish: Step = ['body.demo', { action: 'finish', text: WORDS }]
const approve: Step = ['station.demo', { action: 'approve' }]
const rate: Step = ['reporter', { action: 'rate', answered: true, solved: true, satisfied: true }]
const publish: Step = ['station.demo', { action: 'publish', text: '电梯口的灯坏了', photoIds: [] }]
const decline: Step = ['station.demo', { action: 'decline', reason: 'no_content' }]

/** How real reports come into every state, and with what on top. */
const WAYS: Record<string, Step[]> = {
  submitted: [],
  'submitted, appealed': [decline, ['reporter', { action: 'appeal', text: WORDS }]],
  needs_info: [['station.demo', { action: 'ask', text: '是哪一栋？' }]],
  assigned: [assign, publish],
  in_progress: [assign, sign, ['supervisor.demo', { action: 'watch' }]],
  'in_progress, more time asked for': [
    assign,
    sign,
    ['body.demo', { action: 'extend', days: 2, text: '等配件' }],
  ],
  disputed: [assign, ['body.demo', { action: 'bounce', text: '不归我们管' }]],
  in_review: [assign, sign, finish],
  answered: [assign, sign, finish, publish, approve],
  closed: [assign, sign, finish, approve, rate, publish],
  declined: [decline],
  withdrawn: [['reporter', { action: 'withdraw' }]],
}

async function follow(number: string, steps: readonly Step[], from = 1): Promise<string> {
  for (const [index, [who, command]] of steps.entries())
    await actOn(callerOf(who), number, from + index, command)
  return number
}

async function fileOpinion(): Promise<string> {
  const { report } = await submitOpinion(callerOf('reporter'), { ...OPINION, consentPublic: true })
  return report.number
}

/** A deputy's photo report that the body has finished: now its own filer reviews it. */
async function snapshotInReview(): Promise<string> {
  const deputy = callerOf('deputy.demo')
  const content = {
    channel: 'snapshot',
    categoryCode: 'property-management',
    text: '路边的灯全灭了，晚上很黑。',
    place: { lat: 23.1256, lng: 113.2696 },
    photoIds: [await uploadPhoto(deputy)],
  }
  const filed = await api('/reports', { ...deputy, method: 'POST', body: content })
  const { report } = (await filed.json()) as { report: { number: string } }
  const shown = { action: 'finish', text: WORDS, photoIds: [await uploadPhoto(callerOf('body.demo'))] }
  return follow(report.number, [sign, ['body.demo', shown]])
}

/** A complete command for every action. */
function commandFor(action: string, photoIds: string[]): object {
  const text = WORDS
  const more: Record<string, object> = {
    decline: { reason: 'no_content' },
    merge: { leadNumber: lead },
    assign: { bodyCode: URBAN, complexity: 'simple' },
    extend: { days: 2, text },
    finish: { text, photoIds },
    rate: { answered: true, solved: false, satisfied: false },
    order: { text, dueAt: new Date(Date.now() + 86_400_000).toISOString() },
    publish: { text, photoIds: [] },
  }
  const silent = ['sign', 'grant', 'approve', 'watch', 'unpublish', 'unmerge']
  return { action, ...(more[action] ?? (silent.includes(action) ? {} : { text })) }
}

async function callerFor(role: Player, number: string): Promise<Caller> {
  return role.name === CODE_BEARER ? { queryCode: await queryCodeOf(number) } : callerOf(role.name)
}

function send(role: Player, number: string, version: number, action: string, photos: string[] = []) {
  return sendAs(role, number, { ...commandFor(action, photos), version })
}

async function sendAs(role: Player, number: string, body: object) {
  const caller = await callerFor(role, number)
  const answer = await api(`/reports/${number}/actions`, { ...caller, method: 'POST', body })
  const told = (await answer.json()) as { error?: { code: string }; report?: { version: number } }
  return { status: answer.status, code: told.error?.code ?? 'done' }
}

const STATUS: Record<Verdict, number> = { allowed: 200, NOT_ALLOWED: 403, ILLEGAL_TRANSITION: 422 }

/** An empty form: who may not do it is told that, whatever else it lacks; this is told to who may. */
const LACKING = { status: 422, code: 'VALIDATION_FAILED' }

/** What the design says of one role and one report. */
function expectedFor(role: Player, { facts }: Dumped) {
  const who = personOf(facts, role, role.name === CODE_BEARER)
  const report = situationAt(facts, Date.now())
  const isHidden = readsAs(who, report) === null
  return (action: (typeof PERSON_ACTIONS)[number]) => {
    if (isHidden) return { status: 404, code: 'NOT_FOUND' }
    const verdict = verdictOn(action, report, who)
    return { status: STATUS[verdict], code: verdict === 'allowed' ? 'done' : verdict }
  }
}

/** Reads as a role: the actions that are offered, or null where nothing is shown. */
async function offered(role: Player, number: string): Promise<string[] | null> {
  const answer = await api(`/reports/${number}`, await callerFor(role, number))
  return answer.status === 404 ? null : ((await answer.json()) as ReportAnswer).actions
}

async function tryOnCopy(role: Player, report: Dumped, action: string) {
  const needsPhoto = action === 'finish' && report.facts.channel === 'snapshot'
  const photos = needsPhoto ? [await uploadPhoto(callerOf(role.name))] : []
  const copy = await copyReport(report.facts.number)
  return send(role, copy, report.facts.version, action, photos)
}

beforeAll(async () => {
  await seedTestCity()
  for (const name of ROLES.map((role) => role.name).filter((known) => known.endsWith('.demo')))
    callers.set(name, await signIn(name))
  for (const name of ['reporter', 'stranger']) {
    const answer = await api('/session/anonymous', { method: 'POST', body: {} })
    callers.set(name, { token: ((await answer.json()) as { token: string }).token })
  }
  lead = await fileOpinion()
  const reporter = ROLES.find(({ name }) => name === 'reporter') as Player
  reporter.id = await env.DB.prepare('SELECT reporter_id FROM report WHERE number = ?1')
    .bind(lead)
    .first<string>('reporter_id')
})

const seen = new Set<string>()
let turn = 0

/** Of what must be refused a part is tried on each report, another one on the next: over all of them, everything. */
function isTriedNow(isHidden: boolean): boolean {
  turn += 1
  return turn % (isHidden ? 11 : 3) === 0
}

/** What may be done is tried without the version, so that nothing happens; the rest with it and without. */
async function checkLacking(
  role: Player,
  { facts }: Dumped,
  action: string,
  refusal: { status: number; code: string },
): Promise<void> {
  const seenVersion = refusal !== LACKING && turn % 2 === 0 ? { version: facts.version } : {}
  const came = await sendAs(role, facts.number, { action, ...seenVersion })
  expect(came, `an empty ${action} by ${role.name}`).toEqual(refusal)
}

async function checkRole(role: Player, report: Dumped): Promise<number> {
  const { number, version } = report.facts
  const expected = expectedFor(role, report)
  const actions = await offered(role, number)
  let succeeded = 0
  for (const action of PERSON_ACTIONS) {
    const isOffered = actions?.includes(action) ?? false
    expect(expected(action).status === 200, `${action} offered to ${role.name}`).toBe(isOffered)
    if (!isOffered && !isTriedNow(actions === null)) continue
    const came = isOffered
      ? await tryOnCopy(role, report, action)
      : await send(role, number, version, action, ['no-such-photo'])
    expect(came, `${action} by ${role.name}`).toEqual(expected(action))
    await checkLacking(role, report, action, isOffered ? LACKING : expected(action))
    if (isOffered) succeeded += 1
  }
  return succeeded
}

/** Tries everybody on a report; answers how many actions succeeded, each on a copy. */
async function checkEverybody(number: string): Promise<number> {
  const [report] = await dumpReports([number])
  if (!report) throw new Error(`no report ${number}`)
  seen.add(report.facts.state)
  let succeeded = 0
  for (const role of ROLES) succeeded += await checkRole(role, report)
  const [now] = await dumpReports([number])
  expect(now?.row).toEqual(report.row)
  return succeeded
}

describe('through the API, what is offered succeeds and nothing else', () => {
  it.each(Object.keys(WAYS))('%s', async (way) => {
    const number = await follow(await fileOpinion(), WAYS[way] ?? [])
    expect(await checkEverybody(number)).toBeGreaterThan(5)
  })

  it('merged', async () => {
    const merge: Step = ['station.demo', { action: 'merge', leadNumber: lead }]
    await checkEverybody(await follow(await fileOpinion(), [merge]))
  })

  it('in_review, a snapshot that its own filer reviews', async () => {
    await checkEverybody(await snapshotInReview())
  })

  it('in every state', () => {
    expect([...seen].toSorted()).toEqual(STATES.toSorted())
  })

  it('takes no action that is no person’s, and none that does not exist', async () => {
    for (const action of ['submit', 'archive', 'resume', 'escalate', 'settle', 'forget']) {
      const body = { action, version: 1, text: WORDS }
      const answer = await api(`/reports/${lead}/actions`, {
        ...callerOf('station.demo'),
        method: 'POST',
        body,
      })
      expect(answer.status).toBe(422)
      expect(await answer.json()).toMatchObject({ error: { code: 'VALIDATION_FAILED' } })
    }
  })
})
