import type { Health } from '../../../shared/contract/health.ts'
import type { Context } from '../../context.ts'
import { ping } from '../../repository/health.ts'
import { runBatch } from '../../repository/query.ts'

/** A database that has not answered by then is of no use to anybody who waits. */
const PATIENCE_MS = 3000

async function databaseAnswers(ctx: Context): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const patienceEnds = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS)
  })
  const answer = runBatch(ctx.db, [ping(ctx.db)]).then(
    () => true,
    () => false,
  )
  const answered = await Promise.race([answer, patienceEnds])
  clearTimeout(timer)
  return answered
}

/** Whether the service can do its work. */
export async function checkHealth(ctx: Context): Promise<Health> {
  const database = await databaseAnswers(ctx)
  return {
    status: database ? 'ok' : 'unavailable',
    version: ctx.config.version,
    checks: { database: database ? 'ok' : 'unavailable' },
    demoCity: ctx.config.demoCity,
  }
}
