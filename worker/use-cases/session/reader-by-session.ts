import type { Context } from '../../context.ts'
import type { Reader } from '../../repository/report-scope.ts'

/** The one who asks, as the database knows them by their session alone, without any query code. */
export function readerBySession(ctx: Context): Reader {
  return { tokenHash: ctx.credentials.tokenHash, provenNumber: null, now: ctx.now() }
}
