import Taro from '@tarojs/taro'
import { NetworkFailure } from './network-failure'
import type { HttpAnswer } from './request'
import type { Upload } from './upload'

export function upload({
  url,
  headers,
  file,
  onProgress,
  timeout = 60_000,
  signal,
}: Upload): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new NetworkFailure('aborted'))
    let aborted = false
    const task = Taro.uploadFile({
      url,
      header: headers,
      filePath: file as string,
      name: 'file',
      timeout,
      success: ({ statusCode, data }) => resolve({ status: statusCode, text: data }),
      fail: ({ errMsg = '' }) =>
        reject(new NetworkFailure(aborted ? 'aborted' : /time ?out/i.test(errMsg) ? 'timeout' : 'offline')),
    })
    task.onProgressUpdate(({ progress }) => onProgress?.(progress / 100))
    // Taro tells a failure twice; what `fail` has heard already must not surface as unhandled.
    task.catch(() => undefined)
    signal?.addEventListener('abort', () => {
      aborted = true
      task.abort()
    })
  })
}
