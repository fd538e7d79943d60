import { beforeAll, describe, expect, it } from 'vitest'
import type { AuditList } from '../../shared/contract/audit.ts'
import { dutyRoster, type DutyRoster } from '../../shared/contract/duty.ts'
import type { Failure } from '../../shared/contract/failure.ts'
import type { Station } from '../../shared/contract/station.ts'
import { cityDate } from '../../shared/domain/working-days.ts'
import { api, signIn, type Caller } from '../support/api.ts'
import { seedTestCity } from '../support/test-city.ts'

const DAY = 86_400_000
const TODAY = cityDate(Date.now())
const later = (days: number) => cityDate(Date.now() + days * DAY)
let station: Caller

beforeAll(async () => {
  await seedTestCity()
  station = await signIn('station.demo')
})

const shown = async () => (await (await api('/stations/0001')).json()) as Station
const set = (date: string, deputyIds: readonly string[], caller = station, at = '0001') =>
  api(`/stations/${at}/duty`, { ...caller, method: 'PUT', body: { date, deputyIds } })
async function roster(from = '', caller = station): Promise<DutyRoster> {
  const answer = await api(`/stations/0001/duty${from && `?from=${from}`}`, caller)
  expect(answer.status).toBe(200)
  return dutyRoster.parse(await answer.json())
}
const fieldsOf = async (answer: Response) =>
  Object.keys(((await answer.json()) as Failure).error.fields ?? {})

describe('deputies on duty', () => {
  it('are planned over two weeks that begin on a Monday', async () => {
    const { from, days } = await roster()
    expect(days).toHaveLength(14)
    expect(new Date(`${from}T00:00:00Z`).getUTCDay()).toBe(1)
    expect(days.some(({ date }) => date === TODAY)).toBe(true)
    expect((await roster('2026-03-04')).from).toBe('2026-03-02')
  })

  it('are shown to everybody on their day, and on no other', async () => {
    const [one, two] = (await shown()).deputies.map(({ id }) => id) as [string, string]
    expect((await shown()).onDuty).toEqual([])
    expect((await set(TODAY, [two, one, one])).status).toBe(200)
    expect((await set(later(1), [two])).status).toBe(200)
    expect((await shown()).onDuty).toEqual([one, two].toSorted())
    const { days } = await roster()
    expect(days.find(({ date }) => date === TODAY)?.deputyIds).toEqual([one, two].toSorted())
    await set(TODAY, [])
    expect((await shown()).onDuty).toEqual([])
  })

  it('are of the station, on a day to come', async () => {
    const other = (await (await api('/stations/0002')).json()) as Station
    expect(await fieldsOf(await set(TODAY, [other.deputies[0]?.id ?? '']))).toEqual(['deputyIds'])
    for (const date of [later(-1), later(400), '2026-02-30'])
      expect(await fieldsOf(await set(date, [])), date).toEqual(['date'])
    expect((await api('/stations/0001/duty?from=2026-13-01', station)).status).toBe(422)
  })

  it('are the station’s own and the administrator’s business', async () => {
    expect((await set(TODAY, [], station, '0002')).status).toBe(403)
    expect((await set(TODAY, [], await signIn('body.demo'))).status).toBe(403)
    expect((await api('/stations/0001/duty')).status).toBe(401)
    expect((await set(TODAY, [], await signIn('admin.demo'), '0002')).status).toBe(200)
  })

  it('are written into the audit log', async () => {
    const [one = ''] = (await shown()).deputies.map(({ id }) => id)
    await set(later(2), [one])
    const admin = await signIn('admin.demo')
    const log = (await (await api('/admin/audit-log?action=station.duty-changed', admin)).json()) as AuditList
    expect(log.items[0]).toMatchObject({
      action: 'station.duty-changed',
      subject: 'station:0001',
      detail: { date: later(2), deputies: one },
    })
  })
})
