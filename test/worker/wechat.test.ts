import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ReportList } from '../../shared/contract/report.ts'
import { AppError } from '../../shared/domain/errors.ts'
import { wechatLogin } from '../../worker/adapters/wechat.ts'
import { configFrom, type Env } from '../../worker/env.ts'
import { signInWechat } from '../../worker/use-cases/session/sign-in-wechat.ts'
import { api, submitOpinion, type Caller } from '../support/api.ts'
import { contextAt } from '../support/at-moment.ts'
import { seedTestCity } from '../support/test-city.ts'

const OPEN_ID = 'oGZUI0egBJY1zhBYw2KhdUfwVJJE'

beforeAll(seedTestCity)

/** A city with a mini program, in which codes are people's names. */
async function enter(code: string, caller: Caller = {}): Promise<Caller> {
  const wechat = {
    openIdOf: async (shown: string) => (shown.startsWith('bad') ? null : `openid of ${shown}`),
  }
  return signInWechat({ ...(await contextAt(caller, Date.now())), wechat }, { code })
}

async function device(): Promise<Caller> {
  return (await (await api('/session/anonymous', { method: 'POST' })).json()) as Caller
}

const file = async (caller: Caller, text: string) =>
  (await submitOpinion(caller, { categoryCode: 'street-lighting', text })).report.number
const mine = async (caller: Caller) =>
  ((await (await api('/reports?scope=mine', caller)).json()) as ReportList).items.map(({ number }) => number)

describe('a resident known by WeChat', () => {
  it('finds the same reports on another telephone', async () => {
    const number = await file(await enter('chen'), '文明路口的路灯坏了三天。')
    expect(await mine(await enter('chen'))).toEqual([number])
    expect(await mine(await enter('ho'))).toEqual([])
  })

  it('takes along what their device has filed before', async () => {
    const before = await device()
    const number = await file(before, '北京路口的路灯坏了三天。')
    await enter('li', before)
    expect(await mine(await enter('li'))).toEqual([number])
  })

  it('does not take over a device that is another’s, nor get a second account', async () => {
    const first = await enter('wong')
    const number = await file(first, '中山路口的路灯坏了三天。')
    // A borrowed telephone: another person signs in on it.
    expect(await mine(await enter('leung', first))).toEqual([])
    expect(await mine(await enter('wong'))).toEqual([number])
    const both = await Promise.all([enter('lam'), enter('lam')])
    const one = await file(both[0], '惠福路口的路灯坏了三天。')
    expect(await mine(both[1])).toEqual([one])
  })

  it('is kept as a hash that tells nothing, and forgotten when they ask', async () => {
    const caller = await enter('au')
    const stored = async () =>
      (
        await env.DB.prepare('SELECT count(*) AS n FROM account WHERE wechat_hash IS NOT NULL').first<{
          n: number
        }>()
      )?.n ?? 0
    const { results } = await env.DB.prepare('SELECT wechat_hash FROM account').all()
    expect(JSON.stringify(results)).not.toContain('openid of')
    const before = await stored()
    expect((await api('/personal-data', { ...caller, method: 'DELETE' })).status).toBe(200)
    expect(await stored()).toBe(before - 1)
    // And may come again, as somebody new.
    expect(await mine(await enter('au'))).toEqual([])
  })

  it('is refused with a code that WeChat does not take, and in a city without a mini program', async () => {
    await expect(enter('bad-code')).rejects.toMatchObject({ code: 'BAD_CREDENTIALS' })
    const call = { method: 'POST', body: { code: '0a1b2c3d4e5f' } }
    expect((await api('/session/wechat', call)).status).toBe(404)
    expect((await api('/session/wechat', { method: 'POST', body: { code: '' } })).status).toBe(422)
  })
})

describe('WeChat', () => {
  const asking = (answer: () => Promise<Response>) => {
    const asked: string[] = []
    const outside = {
      fetch: (url: string) => {
        asked.push(url)
        return answer()
      },
    }
    return { asked, login: wechatLogin({ appId: 'wx1', secret: 's3cret' }, outside) }
  }
  const json = (body: object) => async () => Response.json(body)

  it('is asked for the person behind a code', async () => {
    const { asked, login } = asking(json({ openid: OPEN_ID, session_key: 'k' }))
    expect(await login.openIdOf('0a1b2c3d')).toBe(OPEN_ID)
    const { searchParams } = new URL(asked[0] ?? '')
    expect(Object.fromEntries(searchParams)).toEqual({
      appid: 'wx1',
      secret: 's3cret',
      js_code: '0a1b2c3d',
      grant_type: 'authorization_code',
    })
  })

  it.each([40029, 40163])('says with %i that a code is no good', async (errcode) => {
    expect(await asking(json({ errcode })).login.openIdOf('0a1b2c3d')).toBeNull()
  })

  it.each([
    ['is busy', json({ errcode: -1 })],
    ['fails', async () => new Response('', { status: 502 })],
    ['answers with a page', async () => new Response('<html>')],
    ['cannot be reached', () => Promise.reject(new Error('no route'))],
  ])('that %s is no reason to refuse a person', async (_, answer) => {
    await expect(asking(answer).login.openIdOf('0a1b2c3d')).rejects.toEqual(new AppError('UNAVAILABLE'))
  })

  it('needs both halves of what it gave the city', () => {
    const configOf = (part: object) => configFrom({ ...env, ...part } as unknown as Env).wechat
    expect(configOf({})).toBeNull()
    expect(configOf({ WECHAT_APPID: 'wx1', WECHAT_SECRET: 's' })).toEqual({ appId: 'wx1', secret: 's' })
    expect(() => configOf({ WECHAT_APPID: 'wx1' })).toThrow('belong together')
  })
})
