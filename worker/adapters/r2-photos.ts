import type { R2Bucket } from '@cloudflare/workers-types'
import type { PhotoStore } from '../context.ts'

/** The photo store on an R2 bucket. The type travels with the bytes, so that reading needs no second source. */
export function photoStore(bucket: R2Bucket): PhotoStore {
  return {
    async put(key, bytes, type) {
      await bucket.put(key, bytes, { httpMetadata: { contentType: type } })
    },
    async get(key) {
      const object = await bucket.get(key)
      if (!object) return null
      const type = object.httpMetadata?.contentType ?? 'application/octet-stream'
      return { body: object.body as unknown as ReadableStream, type, etag: object.httpEtag }
    },
    async remove(keys) {
      if (keys.length > 0) await bucket.delete(keys)
    },
    async listAfter(key, limit) {
      const { objects } = await bucket.list({ startAfter: key, limit })
      return objects.map((object) => ({ key: object.key, uploadedAt: object.uploaded.getTime() }))
    },
  }
}
