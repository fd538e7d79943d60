import type { Env } from '../env.ts'
import { forgetCounts } from '../use-cases/limit/forget-counts.ts'
import { deliverNotifications } from '../use-cases/notification/deliver-notifications.ts'
import { sendToChannels } from '../use-cases/notification/send-to-channels.ts'
import { advanceReports } from '../use-cases/sweep/advance-reports.ts'
import { forgetEnded } from '../use-cases/sweep/forget-ended.ts'
import { remindHolders } from '../use-cases/sweep/remind-holders.ts'
import { suggestClusters } from '../use-cases/sweep/suggest-clusters.ts'
import { sweepLostBytes, sweepUnusedPhotos } from '../use-cases/sweep/sweep-photos.ts'
import { jobContext, type JobContext } from './job-context.ts'

/**
 * All of them catch up by themselves after an outage, and running one twice changes nothing. Reports come first, so
 * that the notices of what happens to them go out in the same run, and nobody is reminded of a step that is over.
 */
const SWEEPS: readonly ((ctx: JobContext) => Promise<unknown>)[] = [
  advanceReports,
  remindHolders,
  deliverNotifications,
  sendToChannels,
  forgetEnded,
  forgetCounts,
  sweepUnusedPhotos,
  sweepLostBytes,
  suggestClusters,
]

/** The scheduled run. A sweep that fails keeps none of the others from their work; the run then fails as a whole. */
export async function runCron(env: Env): Promise<void> {
  const ctx = await jobContext(env)
  const failures: unknown[] = []
  for (const sweep of SWEEPS) {
    try {
      await sweep(ctx)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'sweeps failed')
}
