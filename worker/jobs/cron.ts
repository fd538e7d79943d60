import type { Env } from '../env.ts'
import { keepAuditHead } from '../use-cases/audit/keep-head.ts'
import { sealAuditLog } from '../use-cases/audit/seal.ts'
import { forgetCounts } from '../use-cases/limit/forget-counts.ts'
import { deliverNotifications } from '../use-cases/notification/deliver-notifications.ts'
import { sendToChannels } from '../use-cases/notification/send-to-channels.ts'
import { advanceReports } from '../use-cases/sweep/advance-reports.ts'
import { forgetEnded } from '../use-cases/sweep/forget-ended.ts'
import { keepNoLonger } from '../use-cases/sweep/keep-no-longer.ts'
import { renewEncryption } from '../use-cases/sweep/renew-encryption.ts'
import { remindHolders } from '../use-cases/sweep/remind-holders.ts'
import { spellNames } from '../use-cases/sweep/spell-names.ts'
import { suggestClusters } from '../use-cases/sweep/suggest-clusters.ts'
import { sweepLostBytes, sweepUnusedPhotos } from '../use-cases/sweep/sweep-photos.ts'
import { sendWebhooks } from '../use-cases/webhook/send-webhooks.ts'
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
  sendWebhooks,
  forgetEnded,
  forgetCounts,
  sweepUnusedPhotos,
  sweepLostBytes,
  suggestClusters,
  spellNames,
  keepNoLonger,
  renewEncryption,
  sealAuditLog,
  keepAuditHead,
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
