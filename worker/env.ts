import type { D1Database, Fetcher, Queue, R2Bucket } from '@cloudflare/workers-types'

/** What Cloudflare (or the local runtime) hands to the Worker. Only this file knows the names. */
export interface Env {
  DB: D1Database
  PHOTOS: R2Bucket
  OUTBOX: Queue<Record<string, never>>
  ASSETS: Fetcher
  /** 32 random bytes, base64: the root of every derived key. */
  SECRET_KEY: string
  /** `true` in the demonstration city. */
  DEMO_CITY?: string
  VERSION?: string
}

export interface Config {
  demoCity: boolean
  version: string
  secretKey: string
}

/** Reads the bindings into the configuration; throws on a missing secret, so that a bad deployment fails at once. */
export function configFrom(env: Env): Config {
  if (!env.SECRET_KEY) throw new Error('SECRET_KEY is not set: see README, "Deploying"')
  return { demoCity: env.DEMO_CITY === 'true', version: env.VERSION ?? '0.1.0', secretKey: env.SECRET_KEY }
}
