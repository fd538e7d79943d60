import type { LocalFile } from './local-file'
import { NetworkFailure } from './network-failure'
import type { HttpAnswer } from './request'

export interface Upload {
  url: string
  headers: Record<string, string>
  file: LocalFile
  /** sent along in a browser; a mini program's uploadFile carries one file only */
  thumb?: LocalFile | null
  /** 0..1 */
  onProgress?: (part: number) => void
  /** milliseconds, 60 s when absent */
  timeout?: number
  signal?: AbortSignal
}

/**
 * Sends a file as multipart/form-data, field `file`. XMLHttpRequest, because fetch tells no progress.
 * @throws NetworkFailure when no answer came
 */
export function upload({
  url,
  headers,
  file,
  thumb,
  onProgress,
  timeout = 60_000,
  signal,
}: Upload): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new NetworkFailure('aborted'))
    const form = new FormData()
    // A Blob: platform/local-file.ts
    form.append('file', file as Blob, 'photo.jpg')
    if (thumb) form.append('thumb', thumb as Blob, 'thumb.jpg')
    const xhr = new XMLHttpRequest()
    xhr.open('POST', url)
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value)
    xhr.timeout = timeout
    xhr.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0)
    xhr.onload = () => resolve({ status: xhr.status, text: xhr.responseText })
    xhr.onerror = () => reject(new NetworkFailure('offline'))
    xhr.ontimeout = () => reject(new NetworkFailure('timeout'))
    xhr.onabort = () => reject(new NetworkFailure('aborted'))
    signal?.addEventListener('abort', () => xhr.abort())
    xhr.send(form)
  })
}
