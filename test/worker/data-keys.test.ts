import { env } from 'cloudflare:test'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { secretsFrom } from '../../worker/adapters/secrets.ts'
import type { Secrets } from '../../worker/context.ts'
import { configFrom } from '../../worker/env.ts'
import { renewEncryption } from '../../worker/use-cases/sweep/renew-encryption.ts'
import { sealedFor } from '../../worker/use-cases/totp/second-factor.ts'
import { submitOpinion } from '../support/api.ts'
import { seedTestCity } from '../support/test-city.ts'

const keyOf = (letter: string) => ({ id: `2027${letter}`, key: btoa(letter.repeat(32)) })
const [A, B] = [keyOf('a'), keyOf('b')]
const CONTACT = { name: '陈大文', phone: '13800138000' }

let first: Secrets
let number: string

beforeAll(async () => {
  await seedTestCity()
  first = await secretsFrom(env.SECRET_KEY)
  const content = { categoryCode: 'street-lighting', text: '文明路的路灯坏了三天。' }
  number = (await submitOpinion({}, { ...content, contact: CONTACT })).report.number
  await submitOpinion({}, { ...content, contact: { name: '何小姐' } })
  await submitOpinion({}, content)
})

/** Everything as it is before a key is changed. */
beforeEach(async () => {
  const { results } = await env.DB.prepare('SELECT number FROM report WHERE contact_sealed IS NOT NULL').all()
  for (const row of results) {
    const contact = row.number === number ? CONTACT : { name: '何小姐' }
    const sealed = await first.seal(JSON.stringify(contact), String(row.number))
    await env.DB.prepare('UPDATE report SET contact_sealed = ?2 WHERE number = ?1')
      .bind(row.number, sealed)
      .run()
  }
  const secret = await first.seal('JBSWY3DPEHPK3PXP', sealedFor('demo-admin'))
  await env.DB.batch([
    env.DB.prepare('DELETE FROM account_totp'),
    env.DB.prepare(
      `INSERT INTO account_totp (account_id, secret_sealed, last_step, created_at)
       SELECT id, ?1, 1, 1 FROM account WHERE username = 'admin.demo'`,
    ).bind(secret),
  ])
})

interface Stored {
  contact_sealed: string
  phone_hash: string | null
}

async function stored(): Promise<Stored> {
  const row = await env.DB.prepare('SELECT contact_sealed, phone_hash FROM report WHERE number = ?1')
    .bind(number)
    .first<Stored>()
  if (!row) throw new Error('no report')
  return row
}

async function sealedValues(): Promise<string[]> {
  const { results } = await env.DB.prepare(
    `SELECT contact_sealed AS sealed FROM report WHERE contact_sealed IS NOT NULL
     UNION ALL SELECT secret_sealed FROM account_totp`,
  ).all<{ sealed: string }>()
  return results.map(({ sealed }: { sealed: string }) => sealed)
}

/** The second factor belongs to whoever it was sealed for. */
async function bindTotp(secrets: Secrets): Promise<void> {
  const row = await env.DB.prepare('SELECT account_id FROM account_totp').first<{ account_id: string }>()
  const sealed = await secrets.seal('JBSWY3DPEHPK3PXP', sealedFor(row?.account_id ?? ''))
  await env.DB.prepare('UPDATE account_totp SET secret_sealed = ?1').bind(sealed).run()
}

describe('a key for personal data', () => {
  it('encrypts what comes from now on; what an older one encrypted is read and found as before', async () => {
    const now = await secretsFrom(env.SECRET_KEY, [A])
    expect(await now.seal('x', 'y')).toMatch(/^2027a\./)
    expect(JSON.parse(await now.unseal((await stored()).contact_sealed, number))).toEqual(CONTACT)
    expect(await now.phoneHashes('13800138000')).toEqual([
      await now.phoneHash('13800138000'),
      await first.phoneHash('13800138000'),
    ])
    expect(await now.phoneHash('13800138000')).not.toBe(await first.phoneHash('13800138000'))
  })

  it('takes over from an older one, run by run, and the older one can go', async () => {
    await bindTotp(first)
    const before = await sealedValues()
    const ctx = { db: env.DB, secrets: await secretsFrom(env.SECRET_KEY, [A]) }
    await renewEncryption(ctx)
    const between = await sealedValues()
    expect(between).toHaveLength(before.length)
    expect(between.every((sealed) => sealed.startsWith('2027a.'))).toBe(true)
    await renewEncryption(ctx)
    expect(await sealedValues()).toEqual(between)

    await renewEncryption({ db: env.DB, secrets: await secretsFrom(env.SECRET_KEY, [B, A]) })
    const onlyB = await secretsFrom(env.SECRET_KEY, [B])
    const { contact_sealed: sealed, phone_hash: hash } = await stored()
    expect(JSON.parse(await onlyB.unseal(sealed, number))).toEqual(CONTACT)
    expect(hash).toBe(await onlyB.phoneHash('13800138000'))
  })

  it('that is missing is named, and keeps nothing else from being renewed', async () => {
    await bindTotp(first)
    const lost = await secretsFrom(env.SECRET_KEY, [B])
    const sealed = await lost.seal(JSON.stringify(CONTACT), number)
    await env.DB.prepare('UPDATE report SET contact_sealed = ?2 WHERE number = ?1').bind(number, sealed).run()
    const ctx = { db: env.DB, secrets: await secretsFrom(env.SECRET_KEY, [A]) }
    await expect(ctx.secrets.unseal(sealed, number)).rejects.toThrow('2027b')
    await expect(renewEncryption(ctx)).rejects.toThrow('1 values cannot be read')
    expect((await stored()).contact_sealed).toBe(sealed)
    const others = (await sealedValues()).filter((value) => value !== sealed)
    expect(others).toHaveLength(2)
    expect(others.every((value) => value.startsWith('2027a.'))).toBe(true)
  })

  it('opens nothing for another report than its own', async () => {
    const now = await secretsFrom(env.SECRET_KEY, [A])
    await expect(now.unseal(await now.seal('x', number), '26010100000007')).rejects.toThrow(
      /decrypt|Decrypt|operation/i,
    )
  })
})

describe('the list of keys', () => {
  const keysOf = (DATA_KEYS: string) => configFrom({ ...env, DATA_KEYS }).dataKeys
  it('is empty, or names each key once with 32 bytes', () => {
    expect(keysOf('')).toEqual([])
    expect(keysOf(`${B.id}:${B.key}, ${A.id}:${A.key}`)).toEqual([B, A])
    for (const wrong of [
      `1:${A.key}`,
      A.key,
      `x:${btoa('short')}`,
      `A:${A.key}`,
      `${A.id}:${A.key},${A.id}:${B.key}`,
    ])
      expect(() => keysOf(wrong)).toThrow('DATA_KEYS')
  })

  it('is never told in what goes wrong', () => {
    const secret = btoa('s'.repeat(31))
    const told: string[] = []
    try {
      keysOf(`x:${secret}`)
    } catch (error) {
      told.push(String(error))
    }
    expect(told).toHaveLength(1)
    expect(told[0]).not.toContain(secret.slice(0, 10))
  })
})
