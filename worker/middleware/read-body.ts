import type { Context } from 'hono'
import { AppError, type ErrorCode } from '../../shared/domain/errors.ts'

/** What a JSON request may weigh. */
export const JSON_LIMIT_BYTES = 64 * 1024

/**
 * The request's body, read no further than the limit: what a caller declares is checked first, but not believed.
 *
 * @throws AppError with `code` when the body is larger than `limitBytes`
 */
export async function readBytes(
  c: Context,
  limitBytes: number,
  code: ErrorCode,
): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(c.req.header('content-length') ?? 0) > limitBytes) throw new AppError(code)
  const parts: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const reader = c.req.raw.body?.getReader()
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength
    if (size > limitBytes) {
      await reader?.cancel()
      throw new AppError(code)
    }
    parts.push(part.value)
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer())
}
