import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { GeoErrors } from '../../shared/contract/open311.ts'
import { AppError, type FieldError } from '../../shared/domain/errors.ts'
import { preferredLocale } from '../../shared/domain/locale.ts'
import { open311Words } from '../locale/open311-words.ts'
import { wordsIn } from '../locale/words.ts'
import { logError } from '../refusal-log.ts'
import { STATUS } from '../refusal-status.ts'
import { toXml } from '../use-cases/open311/to-xml.ts'
import type { AppEnv } from './context.ts'

/** GeoReport's names for what our use cases refuse. */
const FIELDS: Readonly<Record<string, string>> = {
  categoryCode: 'service_code',
  stationCode: 'address_id',
  text: 'description',
}

function fieldName(path: string): string {
  const [, code] = /^answers\.(.+)$/.exec(path) ?? []
  return code === undefined ? (FIELDS[path] ?? path) : `attribute[${code}]`
}

/** As JSON or as XML, as the address ends; XML is what everybody must understand. */
export function answerOpen311(
  c: Context<AppEnv>,
  root: string,
  content: unknown,
  status: ContentfulStatusCode = 200,
): Response {
  if (c.req.path.endsWith('.json'))
    return c.body(JSON.stringify(content), status, { 'Content-Type': 'application/json; charset=utf-8' })
  return c.body(toXml(root, content), status, { 'Content-Type': 'text/xml; charset=utf-8' })
}

/** The specification knows three refusals: 404, 403, and 400 for the rest. 429 and what is our fault stay themselves. */
function statusOf({ code, fields }: AppError): ContentfulStatusCode {
  if (fields?.categoryCode?.problem === 'unknown') return 404
  const status = STATUS[code]
  if (status === 410) return 404
  return status === 403 || status === 404 || status === 429 || status >= 500 ? status : 400
}

function fieldWords(c: Context<AppEnv>, path: string, { problem, limit }: FieldError): string {
  const locale = preferredLocale(c.req.header('accept-language'))
  const words = open311Words(locale)
  if (path === 'categoryCode' && problem === 'unknown') return words.serviceUnknown
  if (problem === 'place_required') return words.place
  if (path === 'end_date' && problem === 'too_big' && limit === 90) return words.span
  if (path === 'end_date' && problem === 'before_start') return words.order
  const said = wordsIn(locale).fields[problem].replace('{limit}', String(limit ?? ''))
  return `${fieldName(path)}: ${said}`
}

/** What a missing thing is called, by the address it was looked for at. */
function missingWords(c: Context<AppEnv>): string {
  const words = open311Words(preferredLocale(c.req.header('accept-language')))
  if (/\/services\/[^/]+$/.test(c.req.path)) return words.serviceUnknown
  if (/\/requests\/[^/]+$/.test(c.req.path)) return words.requestUnknown
  return /\/tokens\/[^/]+$/.test(c.req.path) ? words.tokenUnknown : words.pathUnknown
}

function wordsOf(c: Context<AppEnv>, refusal: AppError): string[] {
  const locale = preferredLocale(c.req.header('accept-language'))
  if (refusal.fields)
    return Object.entries(refusal.fields).map(([path, problem]) => fieldWords(c, path, problem))
  if (refusal.code === 'NOT_FOUND') return [missingWords(c)]
  if (refusal.code === 'MALFORMED_REQUEST') return [open311Words(locale).notAForm]
  return [wordsIn(locale).errors[refusal.code]]
}

/** A refusal as GeoReport words it: an array, one entry for each thing that is wrong. */
export function refuseOpen311(error: Error, c: Context<AppEnv>): Response {
  const refusal = error instanceof AppError ? error : new AppError('INTERNAL')
  logError(c, error, refusal)
  const status = statusOf(refusal)
  const errors: GeoErrors = wordsOf(c, refusal).map((description) => ({ code: status, description }))
  if (refusal.retryAfter !== undefined) c.header('Retry-After', String(refusal.retryAfter))
  return answerOpen311(c, 'errors', errors, status)
}
