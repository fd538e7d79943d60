import { NetworkFailure } from './network-failure'

export interface HttpRequest {
  url: string
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  headers: Record<string, string>
  /** already serialised */
  body?: string
  /** milliseconds, 15 s when absent */
  timeout?: number
  signal?: AbortSignal
  /** asks the server even where the browser has kept an answer */
  fresh?: boolean
}

export interface HttpAnswer {
  status: number
  text: string
  /** which state of the city's data was read, where the server says so */
  bookmark?: string | null
}

/** A browser holds the session in an HttpOnly cookie; the token never reaches a script. */
export const sessionTravelsAs: 'cookie' | 'bearer' = 'cookie'

/** @throws NetworkFailure when no answer came */
export async function send({
  url,
  timeout = 15_000,
  signal,
  fresh,
  ...init
}: HttpRequest): Promise<HttpAnswer> {
  const limit = new AbortController()
  let reason: NetworkFailure['reason'] = 'offline'
  const stop = (why: 'timeout' | 'aborted') => () => {
    reason = why
    limit.abort()
  }
  const timer = setTimeout(stop('timeout'), timeout)
  const abort = stop('aborted')
  if (signal?.aborted) abort()
  signal?.addEventListener('abort', abort)
  try {
    const answer = await fetch(url, {
      ...init,
      credentials: 'same-origin',
      cache: fresh ? 'no-cache' : 'default',
      signal: limit.signal,
    })
    return {
      status: answer.status,
      text: await answer.text(),
      bookmark: answer.headers.get('x-d1-bookmark'),
    }
  } catch {
    throw new NetworkFailure(reason)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}
