import type { SubmitAnswer } from '../../../shared/contract/report.ts'
import { submitRequest } from '../../../shared/contract/report.ts'
import { submitReport } from '../../../worker/use-cases/report/submit.ts'
import { BODIES, CAST, DISTRICT, freshPhoto, type Player } from './cast.ts'
import { newWords, type Dice } from './choices.ts'
import type { Expected } from './expected-report.ts'
import type { Fault } from './faulty-database.ts'
import { verify } from './verify.ts'
import { contextOf, faultIn, replyOf, type PrivateWords, type Reply, type World } from './world.ts'

const STATIONS = [
  { number: '0001', code: 'K7Q2M9XA' },
  { number: '0002', code: '8TM787JN' },
] as const

/** Evidence and routed, neither evidence nor answerable by anybody in particular. */
const CATEGORIES = [
  { code: 'property-management', evidence: false, complexity: 'ordinary', body: BODIES[0] },
  { code: 'street-lighting', evidence: true, complexity: 'simple', body: BODIES[0] },
  { code: 'idea-other', evidence: false, complexity: 'ordinary', body: null },
] as const

interface Filing {
  who: Player
  input: ReturnType<typeof submitRequest.parse>
  category: (typeof CATEGORIES)[number]
  station: string
  private: PrivateWords
}

/** A position that nobody has given before; its last digits are nowhere else. */
function exactPlace() {
  const digits = () =>
    String(crypto.getRandomValues(new Uint32Array(1))[0])
      .padStart(6, '1')
      .slice(0, 6)
  return { lat: Number(`23.126${digits()}`), lng: Number(`113.269${digits()}`), address: newWords('住址') }
}

async function opinion(dice: Dice): Promise<Filing> {
  const who = dice.pick(CAST.slice(0, 3))
  const category = dice.pick(CATEGORIES)
  const station = dice.pick(STATIONS)
  const withPhotos = who.id !== null && dice.oneIn(3)
  return filingOf(who, category, station.number, {
    channel: 'opinion',
    stationCode: station.code,
    categoryCode: category.code,
    text: newWords('原文'),
    place: dice.oneIn(2) ? exactPlace() : null,
    photoIds: withPhotos ? [await freshPhoto(who), await freshPhoto(who)] : [],
    contact: { name: newWords('姓名'), phone: '13800138000' },
    consentPublic: !dice.oneIn(3),
  })
}

async function snapshot(dice: Dice): Promise<Filing> {
  const who = dice.pick(CAST.filter(({ role }) => role === 'deputy'))
  const category = dice.pick(CATEGORIES)
  return filingOf(who, category, who.station ?? '', {
    channel: 'snapshot',
    categoryCode: category.code,
    text: newWords('原文'),
    place: exactPlace(),
    photoIds: [await freshPhoto(who)],
    consentPublic: !dice.oneIn(3),
  })
}

function filingOf(
  who: Player,
  category: Filing['category'],
  station: string,
  content: Parameters<typeof submitRequest.parse>[0] & object,
): Filing {
  const input = submitRequest.parse(content)
  const { place, contact, text, photoIds } = input
  const where = place ? [String(place.lat), String(place.lng), place.address ?? ''] : []
  const person = contact ? [contact.name ?? '', contact.phone ?? ''] : []
  return { who, input, category, station, private: { always: [...where, ...person], text, photos: photoIds } }
}

/** What the model believes of a new report. */
function begun({ who, input, category, station }: Filing, { report, queryCode }: SubmitAnswer): Expected {
  const isOpinion = input.channel === 'opinion'
  const routed = isOpinion ? null : category.body
  const desk = {
    holderType: isOpinion ? 'station' : 'desk',
    holderCode: isOpinion ? station : DISTRICT,
  } as const
  return {
    number: report.number,
    queryCode,
    channel: input.channel,
    state: routed ? 'assigned' : 'submitted',
    version: 1,
    round: 1,
    stationNumber: station,
    districtCode: DISTRICT,
    categoryCode: category.code,
    evidenceRequired: category.evidence,
    consentPublic: input.consentPublic,
    reporterId: who.id,
    filerDeputyId: isOpinion ? null : who.deputy,
    bodyCode: routed,
    coBodyCodes: [],
    deputyId: null,
    complexity: category.complexity,
    ...(routed ? { holderType: 'body', holderCode: routed } : desk),
    dueAt: Number.POSITIVE_INFINITY,
    escalateAt: Number.POSITIVE_INFINITY,
    overdueLevel: 'none',
    promisedAt: 0,
    bounces: 0,
    adjudicated: false,
    declinedBy: null,
    appealed: false,
    finishedBy: null,
    escalated: false,
    leadNumber: null,
    mergedFrom: null,
    extension: 'none',
    extensionDays: null,
    supervision: 'none',
    isPublic: false,
    publicText: null,
    ratedAnswered: null,
    ratedSolved: null,
    ratedSatisfied: null,
    anonymisedAt: null,
  }
}

async function submit(
  world: World,
  { who, input }: Filing,
  key: string,
  fault: Fault | null,
): Promise<Reply> {
  const ctx = await contextOf(world, who, { fault })
  const request = { key, body: JSON.stringify(input) }
  return replyOf(submitReport(ctx, input, request).then(({ answer }) => answer))
}

/** Sends one filing as impatient people do: over a connection that breaks, or several times at once. */
async function sendImpatiently(world: World, filing: Filing, key: string, dice: Dice): Promise<Reply[]> {
  const fault = dice.oneIn(4) ? faultIn(dice.pick(['before', 'after'] as const)) : null
  if (fault) world.tally.faults[fault.when] += 1
  const times = dice.oneIn(4) ? 3 : 1
  const replies = await Promise.all(
    Array.from({ length: times }, (_, index) => submit(world, filing, key, index === 0 ? fault : null)),
  )
  if (fault) world.tally.repeats += 1
  return [...replies, ...(fault ? [await submit(world, filing, key, null)] : [])]
}

/** Files a report: however often it is sent, it is filed once, and everybody reads the same receipt. */
export async function file(world: World, dice: Dice): Promise<string> {
  const filing = dice.oneIn(3) ? await snapshot(dice) : await opinion(dice)
  const replies = await sendImpatiently(world, filing, crypto.randomUUID(), dice)
  const answers = [...new Set(replies.flatMap((reply) => ('answer' in reply ? [reply.answer] : [])))]
  const refused = replies.flatMap((reply) => ('code' in reply ? [reply.code] : []))
  const [answer] = answers
  if (answers.length !== 1 || !answer || refused.length > 0)
    throw new Error(`invariant 3: ${answers.length} receipts, refused: ${refused.join(' ')}`)
  const receipt = JSON.parse(answer) as SubmitAnswer
  const { number } = receipt.report
  world.reports.set(number, begun(filing, receipt))
  world.private.set(number, filing.private)
  world.done.add('submit')
  world.tally.actions.submit = (world.tally.actions.submit ?? 0) + 1
  await verify(world, [number])
  const { channel, categoryCode } = filing.input
  return `${filing.who.name} files …${number.slice(-5)}: ${channel}, ${categoryCode}`
}
