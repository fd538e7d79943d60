import { SELF } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Failure } from '../../shared/contract/failure.ts'
import { OPERATIONS } from '../../shared/contract/operations/all.ts'
import type { TopicAnswer } from '../../shared/contract/topic.ts'
import { api, signIn, submitOpinion, type Caller } from '../support/api.ts'
import { seedTestCity } from '../support/test-city.ts'

let station: Caller
let supervisor: Caller

beforeAll(async () => {
  await seedTestCity()
  station = await signIn('station.demo')
  supervisor = await signIn('supervisor.demo')
  await submitOpinion({}, { categoryCode: 'street-lighting', text: '文明路的路灯不亮' })
})

/** Operations that only administrators or supervisors may call, and that take a body. */
const CLOSED = OPERATIONS.filter(
  ({ permission, body, path }) =>
    body !== undefined &&
    body !== 'photo' &&
    !('anonymous' in permission) &&
    !('station' in permission) &&
    path.startsWith('/api/'),
)
const pathOf = (path: string) => path.replace(/^\/api\/v1/, '').replaceAll(/:(\w+)/g, '$1')

describe('who may not call at all is told so, not what their form lacks', () => {
  it.each(CLOSED.map(({ method, path }) => ({ method, path })))('$method $path', async ({ method, path }) => {
    for (const raw of ['{}', '{"nonsense":[1]}', 'no JSON']) {
      expect((await api(pathOf(path), { method, raw })).status).toBe(401)
      expect((await api(pathOf(path), { ...station, method, raw })).status).toBe(403)
    }
  })

  it('and who may is told what it lacks', async () => {
    expect(CLOSED.length).toBeGreaterThan(15)
    const answer = await api('/topics', { ...supervisor, method: 'POST', raw: '{}' })
    expect(answer.status).toBe(422)
    expect(Object.keys(((await answer.json()) as Failure).error.fields ?? {})).toContain('title')
  })
})

describe('a topic', () => {
  const topic = { title: '路灯反复损坏', text: '同一条街的路灯修好又坏。', caseSlug: 'code-on-the-door' }

  it('is opened without a key, each request for itself; with one a repeat gives the first', async () => {
    const cases = (await (await api('/cases')).json()) as { items: { slug: string }[] }
    const body = { ...topic, caseSlug: cases.items[0]?.slug }
    const open = async (key: string | null) => {
      const answer = await api('/topics', { ...supervisor, method: 'POST', body, key })
      expect(answer.ok, await answer.clone().text()).toBe(true)
      return ((await answer.json()) as TopicAnswer).topic.id
    }
    expect(await open(null)).not.toBe(await open(null))
    const key = crypto.randomUUID()
    expect(await open(key)).toBe(await open(key))
  })
})

describe('a list', () => {
  const fieldsOf = async (query: string) => {
    const answer = await api(`/reports?${query}`, station)
    return { status: answer.status, fields: ((await answer.json()) as Failure).error?.fields }
  }

  it('names the parameter in which one of several values is none of those offered', async () => {
    const { status, fields } = await fieldsOf('state=closed,zzz')
    expect(status).toBe(422)
    const known = await fieldsOf('supervision=zzz')
    expect(fields).toEqual({ state: known.fields?.supervision })
  })

  it('is searched by what reports are about and where, in either script', async () => {
    const found = async (q: string) => {
      const answer = await api(`/reports?scope=visible&q=${encodeURIComponent(q)}`, station)
      return ((await answer.json()) as { items: { text: string }[] }).items.map(({ text }) => text)
    }
    for (const words of ['路灯', '路燈', '越秀', '越秀區', 'street light', 'YUEXIU'])
      expect(await found(words), words).toContain('文明路的路灯不亮')
    expect(await found('井蓋')).toEqual([])
  })

  it('takes whole days as figures do: from the first of them, to the end of the last', async () => {
    const count = async (query: string) => {
      const answer = await api(`/reports?limit=100&scope=visible&${query}`, supervisor)
      expect(answer.status).toBe(200)
      return ((await answer.json()) as { items: { createdAt: string }[] }).items.map(
        ({ createdAt }) => createdAt,
      )
    }
    const [newest = ''] = await count('sort=new')
    const day = new Date(Date.parse(newest) + 8 * 3_600_000).toISOString().slice(0, 10)
    const ofDay = await count(`from=${day}&to=${day}`)
    expect(ofDay).toContain(newest)
    expect(ofDay).toEqual(await count(`from=${day}T00:00:00%2B08:00&to=${day}T23:59:59.999%2B08:00`))
    expect(await count(`to=${day}T00:00:00%2B08:00`)).not.toContain(newest)
  })
})

describe('what lies under the addresses of open files', () => {
  it.each(['/open-data/nope', '/open-data', '/feeds/nope', '/feeds'])(
    '%s refuses as the API does',
    async (path) => {
      const answer = await SELF.fetch(`http://mashang.test${path}`)
      expect(answer.status).toBe(404)
      expect(((await answer.json()) as Failure).error.code).toBe('NOT_FOUND')
    },
  )

  it('may be asked conditionally by the scripts of any page', async () => {
    const answer = await SELF.fetch('http://mashang.test/open-data/reports.csv', {
      method: 'OPTIONS',
      headers: {
        Origin: 'https://anywhere.example',
        'Access-Control-Request-Method': 'GET',
        'Access-Control-Request-Headers': 'if-none-match',
      },
    })
    expect(answer.status).toBe(204)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('access-control-allow-headers')?.toLowerCase()).toContain('if-none-match')
  })

  it('is known by its tag, weak or strong, alone or among others', async () => {
    const path = 'http://mashang.test/open-data/reports.csv'
    const etag = (await SELF.fetch(path)).headers.get('etag') ?? ''
    expect(etag).toMatch(/^W\//)
    for (const tags of [etag, etag.replace('W/', ''), `"x", ${etag}`, '*'])
      expect((await SELF.fetch(path, { headers: { 'If-None-Match': tags } })).status, tags).toBe(304)
    expect((await SELF.fetch(path, { headers: { 'If-None-Match': '"x"' } })).status).toBe(200)
  })
})
