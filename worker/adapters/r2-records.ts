import type { R2Bucket } from '@cloudflare/workers-types'
import type { RecordStore } from '../context.ts'

/** Small texts in an R2 bucket that are written once. */
export function recordStore(bucket: R2Bucket): RecordStore {
  return {
    async writeOnce(key, text) {
      const httpMetadata = { contentType: 'application/json; charset=utf-8' }
      // Only where nothing is yet: of two at once the second writes nothing.
      const written = await bucket.put(key, text, { httpMetadata, onlyIf: { etagDoesNotMatch: '*' } })
      return written !== null
    },
    async read(key) {
      const object = await bucket.get(key)
      return object === null ? null : object.text()
    },
    async list(prefix) {
      const keys: string[] = []
      let cursor: string | undefined
      do {
        const page = await bucket.list({ prefix, ...(cursor && { cursor }) })
        keys.push(...page.objects.map(({ key }) => key))
        cursor = page.truncated ? page.cursor : undefined
      } while (cursor)
      return keys
    },
  }
}
