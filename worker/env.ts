import type { D1Database, Fetcher, Queue, R2Bucket } from '@cloudflare/workers-types'
import { PHOTO_LIMITS } from '../shared/contract/photo.ts'
import { limitsOf, type Limit } from '../shared/domain/limits.ts'

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
  /** Other origins whose scripts may read the API, with commas between: `https://app.example.gov.cn`. */
  CORS_ORIGINS?: string
  /** Where notices go out as SMS or template messages; without it they stay in the inbox. */
  NOTICE_GATEWAY_URL?: string
  /** The key shared with that gateway, at least 32 characters. */
  NOTICE_GATEWAY_SECRET?: string
}

export interface Config {
  demoCity: boolean
  version: string
  secretKey: string
  limits: readonly Limit[]
  /** What one session may store in a day. */
  photoBytesPerDay: number
  noticeGateway: { url: string; secret: string } | null
  corsOrigins: readonly string[]
}

function noticeGatewayFrom(env: Env): Config['noticeGateway'] {
  const { NOTICE_GATEWAY_URL: url, NOTICE_GATEWAY_SECRET: secret } = env
  if (!url) return null
  if (!url.startsWith('https://')) throw new Error('NOTICE_GATEWAY_URL is not an https:// address')
  if (!secret || secret.length < 32) throw new Error('NOTICE_GATEWAY_SECRET must have at least 32 characters')
  return { url, secret }
}

/** Exact origins only: a pattern would open the API to whoever gets hold of a name that fits it. */
function corsOriginsFrom({ CORS_ORIGINS = '' }: Env): string[] {
  const origins = CORS_ORIGINS.split(',').map((part) => part.trim())
  return origins.filter((origin) => {
    const isExact = /^https?:[^*]+$/.test(origin) && URL.canParse(origin) && new URL(origin).origin === origin
    if (origin !== '' && !isExact)
      throw new Error(`CORS_ORIGINS: ${origin} is no origin like https://a.example`)
    return isExact
  })
}

/** Reads the bindings into the configuration; throws on a missing or weak secret, so that a bad deployment fails at once. */
export function configFrom(env: Env): Config {
  if (!env.SECRET_KEY) throw new Error('SECRET_KEY is not set: see README, "Deploying"')
  const demoCity = env.DEMO_CITY === 'true'
  return {
    demoCity,
    version: env.VERSION ?? '0.1.0',
    secretKey: env.SECRET_KEY,
    limits: limitsOf({ demoCity }),
    photoBytesPerDay: PHOTO_LIMITS.bytesPerDay * (demoCity ? 100 : 1),
    noticeGateway: noticeGatewayFrom(env),
    corsOrigins: corsOriginsFrom(env),
  }
}
