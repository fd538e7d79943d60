import { randomBytes } from 'node:crypto'
import type { Context } from '../../worker/context.ts'
import { secretsFrom } from '../../worker/adapters/secrets.ts'
import type { City } from '../../worker/demo-city/city-shape.ts'
import type { DemoReport, Step } from '../../worker/demo-city/report-script-shape.ts'
import type { Config, Env } from '../../worker/env.ts'
import { insertUnnamedAccount } from '../../worker/repository/accounts.ts'
import { runBatch } from '../../worker/repository/query.ts'
import { deleteSession, insertSession } from '../../worker/repository/sessions.ts'
import { actingContext } from './acting-context.ts'

const DAY_MS = 86_400_000

/** A part in a script: the office or person, by the code that makes it that one. */
export interface Part {
  role: 'resident' | 'station' | 'body' | 'deputy' | 'supervisor'
  code: string
}

const newId = () => randomBytes(16).toString('base64url')

/** Who has the report while it is played. */
export interface Holder {
  body: string | null
  deputy: string | null
}

/** The demonstration deputy of a station, or the first of its deputies. */
export function deputyOf(city: City, stationNumber: string): Part {
  const account = city.accounts.find(
    (candidate) => candidate.role === 'deputy' && candidate.stationNumber === stationNumber,
  )
  return { role: 'deputy', code: account?.deputyId ?? `d-${stationNumber}-01` }
}

/** Whoever files the report: a resident of its own, or the deputy of its station. */
export function filerOf(city: City, report: DemoReport): Part {
  if (report.channel === 'opinion') return { role: 'resident', code: report.key }
  return deputyOf(city, report.stationNumber)
}

/** Whoever takes a step. */
export function partOf(city: City, step: Step, report: DemoReport, holder: Holder): Part {
  switch (step.by) {
    case 'reporter':
      return filerOf(city, report)
    case 'station':
      return { role: 'station', code: report.stationNumber }
    case 'body':
      return { role: 'body', code: holder.body ?? '' }
    case 'deputy': {
      const filer = filerOf(city, report)
      const ownDeputy = filer.role === 'deputy' ? filer.code : `d-${report.stationNumber}-01`
      return { role: 'deputy', code: holder.deputy ?? ownDeputy }
    }
    case 'supervisor':
      return { role: 'supervisor', code: '' }
  }
}

function accountOf(city: City, { role, code }: Part): string {
  const known = city.accounts.find((account) => {
    if (account.role !== role) return false
    const own = { station: account.stationNumber, body: account.bodyCode, deputy: account.deputyId }
    // The demonstration supervisor is the one of the whole city.
    return role === 'supervisor' ? account.districtCode === undefined : own[role as keyof typeof own] === code
  })
  return known?.id ?? `demo-${role}-${code}`
}

/** The accounts that play, each with a session of its own; offices without a demonstration account get a mute one. */
export async function openCast(env: Env, config: Config, city: City, now: number) {
  const secrets = await secretsFrom(config.secretKey, config.dataKeys)
  const sessions = new Map<string, Promise<string>>()

  async function open(part: Part): Promise<string> {
    const tokenHash = `cast-${part.role}-${part.code}`
    const account = {
      id: accountOf(city, part),
      role: part.role,
      stationNumber: part.role === 'station' ? part.code : null,
      bodyCode: part.role === 'body' ? part.code : null,
      createdAt: now,
    }
    const session = {
      tokenHash,
      id: tokenHash,
      accountId: account.id,
      label: null,
      createdAt: now,
      idleMs: DAY_MS,
      endsAt: now + DAY_MS,
    }
    await runBatch(env.DB, [
      insertUnnamedAccount(env.DB, account),
      deleteSession(env.DB, tokenHash),
      insertSession(env.DB, session),
    ])
    return tokenHash
  }

  const random = (bytes: number) => Uint8Array.from(randomBytes(bytes))

  /** What a use case gets when that part acts at that moment (milliseconds). */
  async function contextOf(part: Part, at: number): Promise<Context> {
    const key = `${part.role} ${part.code}`
    const session = sessions.get(key) ?? open(part)
    sessions.set(key, session)
    // Years are played in minutes, by one machine.
    const unlimited = { ...config, limits: [] }
    const acting = actingContext({ env, secrets, config: unlimited, tokenHash: await session, at })
    return { ...acting, newId, random }
  }

  /** What the sweep gets at that moment (milliseconds). */
  function clockContext(at: number): Pick<Context, 'db' | 'secrets' | 'now' | 'newId' | 'random'> {
    return { db: env.DB, secrets, now: () => at, newId, random }
  }

  /** Ends every session that was opened. */
  async function dismiss(): Promise<void> {
    const hashes = await Promise.all(sessions.values())
    for (let start = 0; start < hashes.length; start += 50) {
      const ending = hashes.slice(start, start + 50).map((hash) => deleteSession(env.DB, hash))
      await runBatch(env.DB, ending)
    }
  }

  return { contextOf, clockContext, dismiss }
}
