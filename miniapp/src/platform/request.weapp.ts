import Taro from '@tarojs/taro'
import { NetworkFailure } from './network-failure'
import type { HttpAnswer, HttpRequest } from './request'

/** A mini program has no cookies. */
export const sessionTravelsAs: 'cookie' | 'bearer' = 'bearer'

export function send({
  url,
  method,
  headers,
  body,
  timeout = 15_000,
  signal,
}: HttpRequest): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new NetworkFailure('aborted'))
    let aborted = false
    const task = Taro.request<string>({
      url,
      header: headers,
      data: body,
      method: method as keyof Taro.request.Method,
      // Left to itself wx.request parses JSON, and turns what it cannot parse into text: ask for text always.
      dataType: 'text' as 'json',
      responseType: 'text',
      timeout,
      success: ({ statusCode, data, header }) =>
        resolve({
          status: statusCode,
          text: typeof data === 'string' ? data : JSON.stringify(data),
          bookmark: bookmarkIn(header),
        }),
      fail: ({ errMsg = '' }) => reject(new NetworkFailure(aborted ? 'aborted' : reasonOf(errMsg))),
    })
    // Taro tells a failure twice; what `fail` has heard already must not surface as unhandled.
    task.catch(() => undefined)
    signal?.addEventListener('abort', () => {
      aborted = true
      task.abort()
    })
  })
}

/** WeChat gives the names of headers as the server or its own network wrote them. */
function bookmarkIn(header: Record<string, string> | undefined): string | null {
  const found = Object.entries(header ?? {}).find(([name]) => name.toLowerCase() === 'x-d1-bookmark')
  return found?.[1] ?? null
}

function reasonOf(message: string): 'offline' | 'timeout' {
  return /time ?out/i.test(message) ? 'timeout' : 'offline'
}
