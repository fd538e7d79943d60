import { SELF } from 'cloudflare:test'
import { beforeAll, expect, it } from 'vitest'
import { mashang, Refusal } from '../../docs/examples/api-client.ts'
import { seedTestCity } from '../support/test-city.ts'

// The example in the documentation, as somebody uses it who has copied it.

const send = (url: string, init: RequestInit) =>
  SELF.fetch(url, init as never) as unknown as Promise<Response>
const city = mashang('http://mashang.test', 'en', send)
const key = () => crypto.randomUUID()

beforeAll(seedTestCity)

it('files a report, works on it as its station, and follows it with the query code', async () => {
  const again = key()
  const wish = {
    channel: 'opinion' as const,
    stationCode: 'K7Q2M9XA',
    categoryCode: 'street-lighting',
    text: 'The lamp at the gate has been out for three days.',
    consentPublic: true,
  }
  const { report, queryCode } = await city.submit(wish, again)
  expect((await city.submit(wish, again)).report.number).toBe(report.number)

  const { token } = await city.signIn('station.demo', 'mashang-demo')
  const assign = {
    action: 'assign' as const,
    version: report.version,
    bodyCode: 'yuexiu-housing-construction',
    complexity: 'simple' as const,
  }
  const after = await city.act(report.number, assign, key(), { token })
  expect(after.report.state).toBe('assigned')
  await city.act(report.number, { action: 'publish', version: after.report.version }, key(), { token })

  const followed = await city.report(report.number, { queryCode })
  expect(followed.view).toBe('reporter')
  const { items } = await city.reports({ scope: 'public', limit: 5 })
  expect(items.map(({ number }) => number)).toContain(report.number)
  expect((await city.cases('随手拍')).items.length).toBeGreaterThan(0)
})

it('tells a refusal by its code', async () => {
  const refused = await city.report('26112900000000').catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(Refusal)
  expect(refused).toMatchObject({ status: 404, failure: { error: { code: 'NOT_FOUND' } } })
  const wrong = await city.signIn('station.demo', 'not the one').catch((error: unknown) => error)
  expect(wrong).toMatchObject({ failure: { error: { code: 'BAD_CREDENTIALS' } } })
})
