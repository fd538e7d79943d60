import { languageTags } from '@/locale/locales'
import { language } from '@/locale/translate'
import { NetworkFailure } from '@/platform/network-failure'
import { type HttpAnswer, type HttpRequest, send, sessionTravelsAs } from '@/platform/request'
import { useSession } from '@/state/session'
import { ApiError } from './api-error'
import { withProof } from './proof'

declare const __API__: string

/** '' in a browser, where the app and the API share an origin. */
export const apiBase = __API__

export interface ApiRequest {
  method?: HttpRequest['method']
  /** '/api/v1/…' */
  path: string
  /** undefined, null and '' are left out */
  query?: Record<string, string | number | boolean | null | undefined>
  /** a string is sent as it is: the outbox repeats a request byte for byte */
  body?: unknown
  /** what the body is, where it is no JSON */
  bodyType?: string
  /** the same key on every try of the same deed */
  idempotencyKey?: string
  /** a report's query code: reads it without a session */
  queryCode?: string
  timeout?: number
  signal?: AbortSignal
}

/**
 * One call of the JSON API. A reader whose device session has died is read to as nobody, without noticing, and a
 * proof of work that the server asks for is done in passing.
 * @throws ApiError: what the server answered, or code 'NETWORK' when it did not
 */
export async function request<T>(call: ApiRequest): Promise<T> {
  const proven = () => withProof((proof) => sendOnce<T>(call, proof), call.signal)
  try {
    return await proven()
  } catch (error) {
    const isRead = (call.method ?? 'GET') === 'GET'
    if (!isRead || !(error instanceof ApiError) || !endDeadSession(error)) throw error
    return proven()
  }
}

/** Forgets a resident's session that the server no longer knows; a person who signed in must hear of it instead. */
export function endDeadSession(error: ApiError): boolean {
  const session = useSession.getState()
  if (error.code !== 'UNAUTHENTICATED' || !session.open || session.account) return false
  session.end()
  return true
}

async function sendOnce<T>(
  { method = 'GET', path, query, body, bodyType, signal, timeout, ...keys }: ApiRequest,
  proof?: string,
): Promise<T> {
  const headers = apiHeaders({ ...keys, proof })
  if (body !== undefined) headers['Content-Type'] = bodyType ?? 'application/json'
  const call = {
    url: apiBase + path + queryText(query),
    method,
    headers,
    body: typeof body === 'string' || body === undefined ? body : JSON.stringify(body),
    timeout,
    signal,
  }
  const answer = await send(call).catch(rethrow)
  lastSeen = answer.bookmark ?? lastSeen
  return readAnswer<T>(answer)
}

/** The newest state of the data that was shown: no later answer may come from an older copy of it. */
let lastSeen: string | null = null

/** The headers of every call; upload uses them too. */
export function apiHeaders(
  keys: Pick<ApiRequest, 'idempotencyKey' | 'queryCode'> & { proof?: string } = {},
): Record<string, string> {
  const headers: Record<string, string> = {
    Accept: 'application/json',
    'Accept-Language': languageTags[language.getState().locale],
  }
  const { token } = useSession.getState()
  if (sessionTravelsAs === 'bearer' && token) headers.Authorization = `Bearer ${token}`
  if (keys.idempotencyKey) headers['Idempotency-Key'] = keys.idempotencyKey
  if (keys.queryCode) headers['X-Query-Code'] = keys.queryCode
  if (keys.proof) headers['X-Proof'] = keys.proof
  if (lastSeen) headers['X-D1-Bookmark'] = lastSeen
  return headers
}

/** Parses an answer, or throws what the server says went wrong. */
export function readAnswer<T>({ status, text }: HttpAnswer): T {
  const body = parse(text)
  if (status >= 200 && status < 300 && body !== undefined) return body as T
  throw ApiError.from(status, body, language.getState().t('network.unreadable'))
}

/** A failure of the network in the words of the person; everything else as it is. */
export function rethrow(error: unknown): never {
  if (error instanceof NetworkFailure) throw ApiError.network(error.reason, language.getState().t)
  throw error
}

/** 204 and empty bodies read as null; unreadable ones as undefined. */
function parse(text: string): unknown {
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function queryText(query: ApiRequest['query'] = {}): string {
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}
