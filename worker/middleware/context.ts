import type { Context as HonoContext } from 'hono'
import { createMiddleware } from 'hono/factory'
import { getCookie } from 'hono/cookie'
import { parseCode } from '../../shared/domain/receipt.ts'
import { preferredLocale } from '../../shared/domain/locale.ts'
import { photoStore } from '../adapters/r2-photos.ts'
import { recordStore } from '../adapters/r2-records.ts'
import { secretsFrom, sha256 } from '../adapters/secrets.ts'
import { webhookPost } from '../adapters/signed-post.ts'
import type { Context, Credentials, Secrets } from '../context.ts'
import { mapTiles } from '../adapters/map-tiles.ts'
import { wechatLogin } from '../adapters/wechat.ts'
import { configFrom, type Env } from '../env.ts'
import { toBase64Url } from '../use-cases/base64url.ts'
import { addressKeyOf } from '../use-cases/limit/address-key.ts'
import { deviceLabel } from './device-label.ts'
import { databaseFor, sayBookmark } from './read-replica.ts'

/** What every route finds in Hono's context. */
export interface AppEnv {
  Bindings: Env
  Variables: { ctx: Context; requestId: string }
}

/** `__Host-` binds the cookie to this host and path; browsers send it, scripts cannot read it. */
export const SESSION_COOKIE = '__Host-mashang'

function newId(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(16)))
}

function bearer(header: string | undefined): string | null {
  return /^Bearer\s+([\w.~-]{20,200})$/i.exec(header ?? '')?.[1] ?? null
}

async function credentialsOf(c: HonoContext<AppEnv>, secrets: Secrets): Promise<Credentials> {
  const authorization = c.req.header('authorization')
  // A header that is no bearer token must be refused, not ignored: the caller believes to be signed in.
  const token =
    authorization === undefined ? getCookie(c, SESSION_COOKIE) : (bearer(authorization) ?? 'malformed')
  const typedCode = c.req.header('x-query-code')
  // Set by Cloudflare's edge, whatever a caller sends.
  const address = c.req.header('cf-connecting-ip')
  return {
    tokenHash: token ? await sha256(token) : null,
    queryCode: typedCode === undefined ? null : parseCode(typedCode),
    addressKey: address ? await addressKeyOf(secrets, address, Date.now()) : null,
    address: address ?? null,
    proof: c.req.header('x-proof') ?? null,
    device: deviceLabel(c.req.header('user-agent')),
  }
}

/** Builds the use cases' context from the request; the only place that knows both. */
export const withContext = createMiddleware<AppEnv>(async (c, next) => {
  c.set('requestId', newId())
  const config = configFrom(c.env)
  const secrets = await secretsFrom(config.secretKey, config.dataKeys)
  const credentials = await credentialsOf(c, secrets)
  const database = databaseFor(c, credentials)
  c.set('ctx', {
    db: database,
    photos: photoStore(c.env.PHOTOS),
    records: recordStore(c.env.PHOTOS),
    secrets,
    config,
    tiles: config.map && mapTiles(config.map.tiles),
    wechat: config.wechat && wechatLogin(config.wechat),
    credentials,
    // Nobody, until the operation is known.
    callers: [],
    locale: preferredLocale(c.req.header('accept-language')),
    now: () => Date.now(),
    newId,
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    postSigned: webhookPost(() => Date.now()),
    wakeOutbox: () => c.executionCtx.waitUntil(c.env.OUTBOX.send({}).catch(() => undefined)),
  })
  await next()
  sayBookmark(c, database)
})
