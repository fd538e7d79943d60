import { SELF } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import type { StationCode, StationScans } from '../../shared/contract/station-code.ts'
import { api, signIn, submitOpinion, type Caller } from '../support/api.ts'
import { seedTestCity } from '../support/test-city.ts'

let station: Caller
let admin: Caller

beforeAll(async () => {
  await seedTestCity()
  station = await signIn('station.demo')
  admin = await signIn('admin.demo')
})

const svg = async (path: string, language = 'zh-Hans') => {
  const answer = await api(path, { language })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain('image/svg+xml')
  return answer.text()
}
const scan = (code: string) => SELF.fetch(`http://mashang.test/s/${code}`, { redirect: 'manual' })
const renew = async (number: string, caller: Caller) => {
  const answer = await api(`/stations/${number}/code`, { ...caller, method: 'POST' })
  expect(answer.status).toBe(201)
  return (await answer.json()) as StationCode
}
const scansOf = async (number: string, caller: Caller) =>
  (await (await api(`/stations/${number}/scans`, caller)).json()) as StationScans

describe('what is printed', () => {
  it('is a poster with the station’s name, number and code, in the language that is asked for', async () => {
    const poster = await svg('/stations/0001/poster.svg')
    for (const words of [
      '北京街道人大代表中心联络站',
      '0001 号',
      'K7Q2 M9XA',
      '身边的事，码上说',
      'width="210mm"',
    ])
      expect(poster).toContain(words)
    expect(await svg('/stations/0001/poster.svg', 'en')).toContain('Deputies’ liaison station 0001')
    expect(await svg('/stations/K7Q2M9XA/poster.svg', 'zh-Hant')).toContain('碼上說')
  })

  it('is a code that leads to the station', async () => {
    expect(await svg('/stations/0001/qr.svg')).toMatch(/^<svg[^]*<\/svg>$/)
    expect((await api('/stations/9999/qr.svg')).status).toBe(404)
  })

  it('carries no markup of what a station is called', async () => {
    const change = { name: '<script>x</script>', nameHant: 'x' }
    await api('/admin/stations/0003', { ...admin, method: 'PATCH', body: change })
    const poster = await svg('/stations/0003/poster.svg')
    expect(poster).toContain('&lt;script&gt;')
    expect(poster).not.toContain('<script')
  })
})

describe('a station’s code', () => {
  it('is renewed: the old one says that it is out of date, the new one works', async () => {
    const { code, link } = await renew('0001', station)
    expect(link).toBe(`http://mashang.test/s/${code}`)
    expect((await api('/stations/K7Q2M9XA')).status).toBe(410)
    expect((await api(`/stations/${code}`)).status).toBe(200)
    expect(await svg('/stations/0001/poster.svg')).toContain(`${code.slice(0, 4)} ${code.slice(4)}`)
  })

  it('is ended, and begun again', async () => {
    const { code } = await renew('0002', admin)
    expect((await api('/stations/0002/code', { ...admin, method: 'DELETE' })).status).toBe(204)
    expect((await api(`/stations/${code}`)).status).toBe(410)
    expect((await api('/stations/0002/poster.svg')).status).toBe(410)
    const again = await renew('0002', admin)
    expect(again.code).not.toBe(code)
    expect((await api(`/stations/${again.code}`)).status).toBe(200)
  })

  it('is its own officers’ and the administrator’s', async () => {
    for (const caller of [
      await signIn('body.demo'),
      await signIn('deputy.demo'),
      await signIn('supervisor.demo'),
    ])
      expect((await api('/stations/0001/code', { ...caller, method: 'POST' })).status).toBe(403)
    expect((await api('/stations/0002/code', { ...station, method: 'POST' })).status).toBe(403)
    expect((await api('/stations/0001/code', { method: 'POST' })).status).toBe(401)
  })
})

it('scans are counted by day beside the reports that the station received; other codes count nowhere', async () => {
  const { code } = await renew('0001', station)
  const before = await scansOf('0001', station)
  for (const one of [code, code, code, 'ZZZZZZZZ', 'K7Q2M9XA', 'x'])
    expect((await scan(one)).status).toBe(302)
  await submitOpinion(
    {},
    { stationCode: code, categoryCode: 'street-lighting', text: '路灯坏了三天，请看一看。' },
  )
  await expect.poll(async () => (await scansOf('0001', station)).scans).toBe(before.scans + 3)
  const { days, reports } = await scansOf('0001', station)
  expect(reports).toBe(before.reports + 1)
  expect(days).toHaveLength(1)
  expect((await api('/stations/0001/scans', await signIn('station2.demo'))).status).toBe(403)
})
