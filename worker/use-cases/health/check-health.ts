import type { Health } from '../../../shared/contract/health.ts'
import type { Switch } from '../../../shared/domain/switches.ts'
import type { Context } from '../../context.ts'
import { runBatch } from '../../repository/query.ts'
import { switchedOff } from '../../repository/switches.ts'

/** A database that has not answered by then is of no use to anybody who waits. */
const PATIENCE_MS = 3000

/** What is turned off, which is the least the database can be asked; null when it does not answer. */
async function askDatabase(ctx: Context): Promise<ReadonlySet<Switch> | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const patienceEnds = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE_MS)
  })
  const answer = runBatch(ctx.db, [switchedOff(ctx.db)]).then(
    ([off]) => off,
    () => null,
  )
  const answered = await Promise.race([answer, patienceEnds])
  clearTimeout(timer)
  return answered
}

/** Whether the service can do its work. */
export async function checkHealth(ctx: Context): Promise<Health> {
  const off = await askDatabase(ctx)
  const database = off ? 'ok' : 'unavailable'
  return {
    status: database,
    version: ctx.config.version,
    checks: { database },
    off: [...(off ?? [])],
    demoCity: ctx.config.demoCity,
    map: ctx.config.map && { attribution: ctx.config.map.attribution },
  }
}
