import type { Context } from 'hono'
import { AppError } from '../../shared/domain/errors.ts'
import { readBytes } from './read-body.ts'

/** Ten times the deputies of a city of eighteen million. */
const CSV_LIMIT_BYTES = 4 * 1024 * 1024

/**
 * A CSV file as the request's body, in UTF-8.
 *
 * @throws AppError `PAYLOAD_TOO_LARGE` over 4 MB, `MALFORMED_REQUEST` for another encoding: a spreadsheet may save in
 *   GBK, and every name would be wrong
 */
export async function parseCsv(c: Context): Promise<string> {
  const bytes = await readBytes(c, CSV_LIMIT_BYTES, 'PAYLOAD_TOO_LARGE')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new AppError('MALFORMED_REQUEST')
  }
}
