import { env, SELF } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { failure } from '../../shared/contract/failure.ts'
import type { Operation } from '../../shared/contract/operation.ts'
import { OPERATIONS } from '../../shared/contract/operations/all.ts'
import { OWN_STATION, type Grant } from '../../shared/domain/permissions.ts'
import { actOn, api, signIn, submitOpinion, uploadPhoto, type Caller } from '../support/api.ts'
import { openCast, type Cast, type Part } from '../support/permission-cast.ts'
import { SAMPLE_BODIES, SAMPLE_PATHS } from '../support/sample-requests.ts'
import { smallJpeg } from '../support/small-jpeg.ts'
import { seedTestCity } from '../support/test-city.ts'

// Every operation × everybody × a private and a published report, against the real Worker: whether they are let in is
// what the matrix says, and nobody reads a word that is not theirs.

const PHONE = '13912345678'
const NAME = '张三丰的侄子'
const ADDRESS = '红棉路 7 号 301'
const WORDS = '原话里说阿婆一个人住'
const NOTE = '内部备注提到阿婆'
const LATITUDE = '23.123456'

/** What ends a session or erases something is tried last. */
const ENDINGS = ['askErasure', 'erasePersonalData', 'endSession', 'signOut']
const LAST = new Set(ENDINGS)
const ORDERED = OPERATIONS.toSorted((a, b) => ENDINGS.indexOf(a.id) - ENDINGS.indexOf(b.id))

interface Subject {
  number: string
  code: string
  photoId: string
  isPublic: boolean
}

let cast: Cast & Record<string, Part>
let subjects: Subject[]
/** What is in no answer at all: hashes of tokens and passwords, whatever is sealed. */
let secrets: string[]
let people: [name: string, part: Part, subject: Subject][]

async function fileReport(isPublic: boolean): Promise<Subject> {
  const { owner, station, body } = cast
  const photoId = await uploadPhoto(owner.caller)
  const { report, queryCode } = await submitOpinion(owner.caller, {
    categoryCode: 'street-lighting',
    text: `${WORDS}，灯坏了。`,
    place: { lat: Number(LATITUDE), lng: 113.234567, address: ADDRESS },
    contact: { name: NAME, phone: PHONE },
    consentPublic: true,
    photoIds: [photoId],
  })
  const { number } = report
  await actOn(station.caller, number, 1, { action: 'note', text: NOTE })
  await actOn(station.caller, number, 2, {
    action: 'assign',
    bodyCode: 'yuexiu-housing-construction',
    coBodyCodes: ['yuexiu-urban-management'],
    complexity: 'simple',
  })
  await actOn(body.caller, number, 3, { action: 'sign' })
  if (isPublic)
    await actOn(station.caller, number, 4, { action: 'publish', text: '灯坏了', photoIds: [photoId] })
  return { number, code: queryCode, photoId, isPublic }
}

async function column(sql: string): Promise<string[]> {
  const { results } = await env.DB.prepare(sql).all<{ value: string }>()
  return results.map(({ value }: { value: string }) => value)
}

beforeAll(async () => {
  await seedTestCity()
  cast = (await openCast()) as typeof cast
  subjects = [await fileReport(false), await fileReport(true)]
  secrets = [
    ...(await column('SELECT token_hash AS value FROM session')),
    ...(await column('SELECT password_hash AS value FROM account WHERE password_hash IS NOT NULL')),
    ...(await column('SELECT contact_sealed AS value FROM report WHERE contact_sealed IS NOT NULL')),
  ]
  const parts = Object.entries(cast)
  people = subjects.flatMap((subject) => [
    ...parts.map(([name, part]) => [name, part, subject] as [string, Part, Subject]),
    [
      'the right code',
      { role: 'anonymous', caller: { queryCode: subject.code }, grants: ['reporter'] },
      subject,
    ],
    ['a wrong code', { role: 'anonymous', caller: { queryCode: 'AAAAAAAA' }, grants: [] }, subject],
  ])
}, 120_000)

function addressOf({ id, path }: Operation, { number, photoId }: Subject): string {
  const named = path
    .replace(':number', number)
    .replace(/:(\w+)/g, (_, name: string) => SAMPLE_PATHS[name] ?? 'x')
  return id === 'readPhoto' ? named.replace(SAMPLE_PATHS.id ?? '', photoId) : named
}

async function call(operation: Operation, { caller }: Part, subject: Subject): Promise<Response> {
  const { method, body, idempotent, id } = operation
  const raw = { photo: ['image/jpeg', smallJpeg()], csv: ['text/csv', 'no-such-column\r\n1\r\n'] } as const
  const [type, sent] =
    typeof body === 'string'
      ? raw[body]
      : (['application/json', body && JSON.stringify(SAMPLE_BODIES[id])] as const)
  return SELF.fetch(`http://mashang.test${addressOf(operation, subject)}`, {
    method,
    redirect: 'manual',
    headers: {
      ...(caller.token && { Authorization: `Bearer ${caller.token}` }),
      ...(caller.queryCode && { 'X-Query-Code': caller.queryCode }),
      ...(idempotent && { 'Idempotency-Key': crypto.randomUUID() }),
      ...(body && { 'Content-Type': type }),
    },
    ...(sent && { body: sent }),
  })
}

/** Whether an operation is about the one report of the matrix. */
const isAboutReport = ({ path, id }: Operation) => path.includes(':number') || id === 'readPhoto'

/** The station of the matrix is the one whose officers work on the report; other things are nobody's in particular. */
function withoutReport(operation: Operation, granted: readonly Grant[], grants: readonly Grant[]): string {
  if (operation.permission !== OWN_STATION) return 'allowed'
  return granted.some((grant) => grant === 'any' || grants.includes(grant)) ? 'allowed' : 'NOT_ALLOWED'
}

/** What must become of a call, by the matrix and by what the report is to the caller. */
function expected(operation: Operation, { role, grants }: Part, { isPublic }: Subject): string {
  const granted = operation.permission[role]
  if (!granted) return role === 'anonymous' ? 'UNAUTHENTICATED' : 'NOT_ALLOWED'
  if (!isAboutReport(operation)) return withoutReport(operation, granted, grants)
  const theirs = new Set([...grants, ...(isPublic ? ['public' as const] : [])])
  if (granted.some((grant) => theirs.has(grant))) return 'allowed'
  // Who reads the whole report knows of it, and is told that this is not theirs; of others it is not known at all.
  const knows = grants.includes('office') || grants.includes('reporter')
  const readsPublic = isPublic && !operation.path.endsWith('/contact')
  return knows || readsPublic ? 'NOT_ALLOWED' : 'NOT_FOUND'
}

const DENIALS = new Set(['UNAUTHENTICATED', 'NOT_ALLOWED', 'NOT_FOUND'])

async function outcome(operation: Operation, answer: Response): Promise<string> {
  if (answer.status < 400) return 'allowed'
  const { error } = failure.parse(await answer.clone().json())
  // What an administrator names in an address need not be there.
  if (error.code === 'NOT_FOUND' && !isAboutReport(operation)) return 'allowed'
  return DENIALS.has(error.code) ? error.code : 'allowed'
}

/** What somebody must not find in an answer. */
function forbidden({ id }: Operation, { grants }: Part): string[] {
  const isReporter = grants.includes('reporter')
  const isOffice = grants.includes('office')
  const mayReveal = isReporter || (grants.includes('charge') && id === 'revealContact')
  return [
    ...secrets,
    ...(mayReveal ? [] : [PHONE, NAME]),
    ...(isOffice ? [] : [NOTE, '何佩仪']),
    ...(isOffice || isReporter ? [] : [WORDS, ADDRESS, LATITUDE]),
  ]
}

/** What is wrong with whom an answer lets in; null when nothing is. */
async function mistakeOf(
  operation: Operation,
  part: Part,
  subject: Subject,
  answer: Response,
): Promise<string | null> {
  if (answer.status >= 500) return String(answer.status)
  const found = await outcome(operation, answer)
  // A session that a try before this one has ended is nobody's any more.
  const isOver = LAST.has(operation.id) && found === 'UNAUTHENTICATED' && part.role !== 'anonymous'
  const should = expected(operation, part, subject)
  return found === should || isOver ? null : `${found}, should be ${should} (${answer.status})`
}

function leaksOf(operation: Operation, part: Part, text: string): string[] {
  // Administrators read who acted, by name: it is what the log is for. And a deputy bears the same name.
  const isLog = part.role === 'admin' && /Audit|Accounts|Deputies/.test(operation.id)
  return forbidden(operation, part).filter((word) => text.includes(word) && !(isLog && word === '何佩仪'))
}

describe('the permission matrix', () => {
  it('lets in exactly whom it names, and nobody reads what is not theirs', async () => {
    const wrong: string[] = []
    const leaks: string[] = []
    let cells = 0
    for (const operation of ORDERED) {
      for (const [name, part, subject] of people) {
        const cell = `${operation.id} by ${name} of a ${subject.isPublic ? 'public' : 'private'} report`
        const answer = await call(operation, part, subject)
        const text = new TextDecoder().decode(await answer.clone().arrayBuffer())
        const mistake = await mistakeOf(operation, part, subject, answer)
        if (mistake !== null) wrong.push(`${cell}: ${mistake}`)
        leaks.push(...leaksOf(operation, part, text).map((word) => `${cell}: ${word.slice(0, 20)}`))
        cells += 1
      }
    }
    console.log(`${cells} cells of the permission matrix: ${wrong.length} wrong, ${leaks.length} leaks`)
    expect(wrong).toEqual([])
    expect(leaks).toEqual([])
    expect(cells).toBe(OPERATIONS.length * people.length)
    expect(cells).toBeGreaterThan(1500)
  }, 300_000)

  it('would notice a leak: what is planted is there for whom it is meant', async () => {
    await seedTestCity()
    cast = { ...cast, station: { ...cast.station, caller: await signIn('station.demo') } }
    const [subject] = subjects
    const read = async (path: string, caller: Caller) => (await api(path, caller)).text()
    const asOffice = await read(`/reports/${subject?.number}`, cast.station.caller)
    for (const word of [WORDS, NOTE, ADDRESS, LATITUDE, '何佩仪']) expect(asOffice).toContain(word)
  })
})
