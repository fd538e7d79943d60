import { env } from 'cloudflare:test'
import { beforeAll, expect, it } from 'vitest'
import { ANONYMOUS, type Actor } from '../../shared/domain/actor.ts'
import { viewOf } from '../../shared/domain/report-relations.ts'
import { mayReadTopic } from '../../shared/domain/topic-lifecycle.ts'
import { sha256 } from '../../worker/adapters/secrets.ts'
import { photoAccess } from '../../worker/repository/photos.ts'
import { runBatch } from '../../worker/repository/query.ts'
import { eventsOfReport, photosOfReport } from '../../worker/repository/report-events.ts'
import type { Reader } from '../../worker/repository/report-scope.ts'
import { contactByNumber, reportByNumber, reportsByNumbers } from '../../worker/repository/reports.ts'
import { actorBySession } from '../../worker/repository/sessions.ts'
import { eventsOfTopic } from '../../worker/repository/topic-events.ts'
import { firstPhotosOfTopic, reportsOfTopic, reportsToJoin } from '../../worker/repository/topic-reports.ts'
import { topicById } from '../../worker/repository/topics.ts'
import { actOn, api, signIn, submitOpinion, uploadPhoto, type Caller } from '../support/api.ts'
import { seedTestCity } from '../support/test-city.ts'
import { openedTopic } from '../support/topic-city.ts'

const NAMES = ['station', 'station2', 'body', 'body2', 'deputy', 'deputy2', 'supervisor', 'desk', 'admin']
const callers = new Map<string, Caller>()
let numbers: string[]
/** A photo that its report keeps to itself, and one that was published. */
let kept: string
let shown: string
let topic: string

beforeAll(async () => {
  await seedTestCity()
  for (const name of NAMES) callers.set(name, await signIn(`${name}.demo`))
  for (const name of ['owner', 'stranger'])
    callers.set(name, (await (await api('/session/anonymous', { method: 'POST' })).json()) as Caller)
  callers.set('nobody', {})
  const of = (name: string) => callers.get(name) ?? {}
  const lamp = { categoryCode: 'street-lighting', text: '路灯坏了三天，请看一看。', consentPublic: true }
  const assign = { action: 'assign', bodyCode: 'yuexiu-housing-construction', complexity: 'simple' }
  const file = async (caller: Caller, more: object = {}) =>
    (await submitOpinion(caller, { ...lamp, ...more })).report.number

  kept = await uploadPhoto(of('owner'))
  shown = await uploadPhoto(of('owner'))
  const fresh = await file(of('owner'), { photoIds: [kept] })
  const nobodys = await file({})
  const ofOfficer = await file(of('station2'))
  const helped = await file(of('owner'))
  await actOn(of('station'), helped, 1, { ...assign, coBodyCodes: ['yuexiu-urban-management'] })
  await actOn(of('station'), helped, 2, { action: 'note', text: '只给同事看' })
  const published = await file(of('owner'), { photoIds: [shown] })
  await actOn(of('station'), published, 1, assign)
  await actOn(of('station'), published, 2, { action: 'note', text: '只给同事看' })
  await actOn(of('station'), published, 3, { action: 'publish', photoIds: [shown] })
  const inPerson = await file(of('owner'))
  await actOn(of('station'), inPerson, 1, { action: 'assign', deputyId: 'd-0001-01', complexity: 'simple' })
  const snapshot = await api('/reports', {
    ...of('deputy2'),
    method: 'POST',
    body: {
      ...lamp,
      channel: 'snapshot',
      place: { lat: 23.1255, lng: 113.2695, address: '文明路' },
      photoIds: [await uploadPhoto(of('deputy2'))],
    },
  })
  const { report } = (await snapshot.json()) as { report: { number: string } }
  numbers = [fresh, nobodys, ofOfficer, helped, published, inPerson, report.number]
  const bodyCode = 'yuexiu-housing-construction'
  topic = (await openedTopic(of('supervisor'), { reportNumbers: [inPerson], bodyCode })).topic.id
})

async function readerOf(caller: Caller, provenNumber: string | null): Promise<[Reader, Actor]> {
  const now = Date.now()
  const tokenHash = caller.token ? await sha256(caller.token) : null
  const [actor] = tokenHash ? await runBatch(env.DB, [actorBySession(env.DB, tokenHash, now)]) : [null]
  return [
    { tokenHash, provenNumber, now },
    { ...(actor ?? ANONYMOUS), reporterOf: provenNumber },
  ]
}

it('the database finds a report exactly for whom the rule says that they may know of it', async () => {
  const seen = { yes: 0, no: 0 }
  const [records] = await runBatch(env.DB, [reportsByNumbers(env.DB, numbers, 'zh-hans')])
  expect(records).toHaveLength(numbers.length)
  for (const [name, caller] of callers) {
    for (const { facts } of records) {
      for (const proven of [null, facts.number, numbers[0] ?? '']) {
        const [reader, actor] = await readerOf(caller, proven)
        const [found, events, photos, contact] = await runBatch(env.DB, [
          reportByNumber(env.DB, facts.number, 'zh-hans', reader),
          eventsOfReport(env.DB, facts.number, reader),
          photosOfReport(env.DB, facts.number, reader),
          contactByNumber(env.DB, facts.number, reader),
        ])
        const view = viewOf(facts, actor)
        const label = `${name} and ${facts.number} (${facts.state})`
        expect(found !== null, label).toBe(view !== null)
        expect(events.length > 0, label).toBe(view !== null)
        expect(view !== null || (photos.length === 0 && contact === null), label).toBe(true)
        expect(view === 'staff' || !events.some(({ internal }) => internal), label).toBe(true)
        seen[view === null ? 'no' : 'yes'] += 1
      }
    }
  }
  // Neither everybody nor nobody.
  expect(Math.min(seen.yes, seen.no)).toBeGreaterThan(40)
})

/** Whom the first report concerns. */
const concerned = new Set(['station', 'deputy', 'supervisor', 'desk', 'owner'])

it('a topic, its reports and its timeline are found exactly by whom the rule lets read it', async () => {
  // Supervisor, desk and body.
  let readers = 0
  const [whole] = await readerOf(callers.get('supervisor') ?? {}, null)
  const [record] = await runBatch(env.DB, [topicById(env.DB, topic, 'zh-hans', whole)])
  if (!record) throw new Error('no topic')
  for (const [name, caller] of callers) {
    const [reader, actor] = await readerOf(caller, numbers[5] ?? '')
    const [found, events, reports, photos, joining] = await runBatch(env.DB, [
      topicById(env.DB, topic, 'zh-hans', reader),
      eventsOfTopic(env.DB, topic, reader),
      reportsOfTopic(env.DB, topic, 'zh-hans', reader),
      firstPhotosOfTopic(env.DB, topic, reader, [numbers[0] ?? '']),
      reportsToJoin(env.DB, [numbers[0] ?? ''], 'zh-hans', reader),
    ])
    const may = mayReadTopic(record.facts, actor)
    expect([found !== null, events.length, reports.length], name).toEqual(may ? [true, 1, 1] : [false, 0, 0])
    // The report that might join it has a photo.
    const worksOnIt = concerned.has(name) && name !== 'owner'
    expect([photos.size, joining.length], name).toEqual(worksOnIt ? [1, 1] : [0, 0])
    readers += Number(may)
  }
  expect(readers).toBe(3)
})

it('a photo is found by its uploader, by whom its report concerns, and by everybody once it was published', async () => {
  for (const [name, caller] of callers) {
    // A code is held against the number in the second call: here it opens nothing.
    const [reader] = await readerOf(caller, numbers[0] ?? '')
    const [ofKept, ofShown, unknown] = await runBatch(env.DB, [
      photoAccess(env.DB, kept, reader),
      photoAccess(env.DB, shown, reader),
      photoAccess(env.DB, 'no-such-photo', reader),
    ])
    expect([ofKept, ofShown, unknown], name).toEqual([concerned.has(name) ? 'private' : null, 'public', null])
  }
})

it('a session that has ended finds nothing', async () => {
  const caller = await signIn('station.demo')
  const [reader] = await readerOf(caller, null)
  const find = () => runBatch(env.DB, [reportByNumber(env.DB, numbers[0] ?? '', 'zh-hans', reader)])
  expect((await find())[0]).not.toBeNull()
  await api('/session', { ...caller, method: 'DELETE' })
  expect((await find())[0]).toBeNull()
})
