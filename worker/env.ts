import type { D1Database, Fetcher, Queue, R2Bucket } from '@cloudflare/workers-types'
import { PHOTO_LIMITS } from '../shared/contract/photo.ts'
import { STAFF_ROLES, type Role } from '../shared/domain/actor.ts'
import type { Bounds } from '../shared/domain/map-tile.ts'
import { limitsOf, type Limit } from '../shared/domain/limits.ts'

/** What Cloudflare (or the local runtime) hands to the Worker. Only this file knows the names. */
export interface Env {
  DB: D1Database
  PHOTOS: R2Bucket
  OUTBOX: Queue<Record<string, never>>
  ASSETS: Fetcher
  /** 32 random bytes, base64: the root of every derived key. */
  SECRET_KEY: string
  /**
   * Keys for contacts and second factors, the one that encrypts first, the others to read what is older:
   * `2027a:<base64>,2026b:<base64>`. What is encrypted with another key is encrypted anew by the sweep.
   */
  DATA_KEYS?: string
  /** `true` in the demonstration city. */
  DEMO_CITY?: string
  VERSION?: string
  /** Other origins whose scripts may read the API, with commas between: `https://app.example.gov.cn`. */
  CORS_ORIGINS?: string
  /** Staff roles that need a second factor besides supervisors and administrators: `station,body,deputy`. */
  TOTP_ROLES?: string
  /** Where maps come from, with `{z}`, `{x}` and `{y}`; without it a plain grid shows places. Web Mercator, WGS84. */
  MAP_TILES_URL?: string
  /** What the provider wants to be read on its maps. */
  MAP_ATTRIBUTION?: string
  /** The part of the world that is fetched: south,west,north,east in degrees; Guangzhou when absent. */
  MAP_BOUNDS?: string
  /** The mini program's AppID and AppSecret; without them residents are known by their device alone. */
  WECHAT_APPID?: string
  WECHAT_SECRET?: string
  /** Where notices go out as SMS or template messages; without it they stay in the inbox. */
  NOTICE_GATEWAY_URL?: string
  /** The key shared with that gateway, at least 32 characters. */
  NOTICE_GATEWAY_SECRET?: string
}

/** One key for personal data: its name in what it encrypted, and 32 random bytes in base64. */
export interface DataKey {
  id: string
  key: string
}

export interface Config {
  demoCity: boolean
  version: string
  secretKey: string
  dataKeys: readonly DataKey[]
  limits: readonly Limit[]
  /** What one session may store in a day. */
  photoBytesPerDay: number
  noticeGateway: { url: string; secret: string } | null
  wechat: { appId: string; secret: string } | null
  map: { tiles: string; attribution: string; bounds: Bounds } | null
  corsOrigins: readonly string[]
  /** Who must have a second factor. Nobody in the demonstration city, which is open to all. */
  totpRoles: readonly Role[]
}

function noticeGatewayFrom(env: Env): Config['noticeGateway'] {
  const { NOTICE_GATEWAY_URL: url, NOTICE_GATEWAY_SECRET: secret } = env
  if (!url) return null
  if (!url.startsWith('https://')) throw new Error('NOTICE_GATEWAY_URL is not an https:// address')
  if (!secret || secret.length < 32) throw new Error('NOTICE_GATEWAY_SECRET must have at least 32 characters')
  return { url, secret }
}

const GUANGZHOU = '22.4,112.8,24.1,114.2'

function mapFrom({ MAP_TILES_URL: tiles, MAP_ATTRIBUTION, MAP_BOUNDS }: Env): Config['map'] {
  if (!tiles) return null
  const isAddress =
    tiles.startsWith('https://') && ['{z}', '{x}', '{y}'].every((part) => tiles.includes(part))
  if (!isAddress) throw new Error('MAP_TILES_URL is no https:// address with {z}, {x} and {y}')
  const [south, west, north, east, ...more] = (MAP_BOUNDS ?? GUANGZHOU).split(',').map(Number)
  const bounds = [south, west, north, east].map((degrees) => degrees ?? Number.NaN)
  if (more.length > 0 || bounds.some(Number.isNaN))
    throw new Error('MAP_BOUNDS is not south,west,north,east in degrees')
  return { tiles, attribution: MAP_ATTRIBUTION ?? '', bounds: bounds as unknown as Bounds }
}

function wechatFrom({ WECHAT_APPID: appId, WECHAT_SECRET: secret }: Env): Config['wechat'] {
  if (!appId && !secret) return null
  if (!appId || !secret) throw new Error('WECHAT_APPID and WECHAT_SECRET belong together')
  return { appId, secret }
}

/** `1` is the name of the key that comes out of SECRET_KEY. */
const DATA_KEY = /^(?!1:)([a-z0-9-]{1,16}):([A-Za-z0-9+/]{43}=)$/

function dataKeysFrom({ DATA_KEYS = '' }: Env): DataKey[] {
  const parts = DATA_KEYS.split(',').map((part) => part.trim())
  const keys = parts.filter(Boolean).map((part) => {
    const [, id, key] = DATA_KEY.exec(part) ?? []
    // The part itself is a secret: it is not repeated.
    if (!id || !key) throw new Error('DATA_KEYS: each key is <id>:<32 bytes in base64>, and no id is 1')
    return { id, key }
  })
  if (new Set(keys.map(({ id }) => id)).size < keys.length) throw new Error('DATA_KEYS: an id stands twice')
  return keys
}

function totpRolesFrom({ TOTP_ROLES = '' }: Env, demoCity: boolean): Role[] {
  if (demoCity) return []
  const named = TOTP_ROLES.split(',').map((part) => part.trim())
  const unknown = named.find((role) => role !== '' && !STAFF_ROLES.some((known) => known === role))
  if (unknown) throw new Error(`TOTP_ROLES: ${unknown} is no staff role`)
  return STAFF_ROLES.filter((role) => role === 'supervisor' || role === 'admin' || named.includes(role))
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
    dataKeys: dataKeysFrom(env),
    limits: limitsOf({ demoCity }),
    photoBytesPerDay: PHOTO_LIMITS.bytesPerDay * (demoCity ? 100 : 1),
    noticeGateway: noticeGatewayFrom(env),
    wechat: wechatFrom(env),
    map: mapFrom(env),
    corsOrigins: corsOriginsFrom(env),
    totpRoles: totpRolesFrom(env, demoCity),
  }
}
