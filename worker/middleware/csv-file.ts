import type { Context } from 'hono'

/** Answers a stream as a CSV file to be saved under that name. */
export function answerCsv(c: Context, stream: ReadableStream<Uint8Array>, name: string): Response {
  return c.body(stream, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}.csv"`,
    'Cache-Control': 'no-store',
  })
}
