import { compareSuggestions } from '../../../shared/domain/cluster-suggestions.ts'
import { codeFromBytes, CODE_LENGTH } from '../../../shared/domain/receipt.ts'
import { findClusters } from '../../../shared/domain/report-clusters.ts'
import type { Context } from '../../context.ts'
import {
  candidatesOfGroup,
  deleteFadedSuggestions,
  saveGroup,
  suggestionsOfGroup,
  waitingGroups,
  type ClusterGroup,
  type ClusterToSave,
} from '../../repository/clusters.ts'
import { runBatch } from '../../repository/query.ts'

type SweepContext = Pick<Context, 'db' | 'now' | 'random'>

const DAY_MS = 86_400_000
/** What is older is history, not a problem of today. */
const LOOK_BACK_MS = 60 * DAY_MS
/** Reports of a group that are compared, the latest: comparing takes time with the square of their number. */
const MOST_REPORTS = 500
/** Groups that are read at once. */
const GROUPS = 10
/** Rounds a run; what is left waits for the next one. */
const MOST_ROUNDS = 10

async function lookAt(ctx: SweepContext, groups: readonly ClusterGroup[], now: number): Promise<void> {
  const found = await runBatch(
    ctx.db,
    groups.map((group) => candidatesOfGroup(ctx.db, group, now - LOOK_BACK_MS, MOST_REPORTS)),
  )
  const known = await runBatch(
    ctx.db,
    groups.map((group) => suggestionsOfGroup(ctx.db, group)),
  )
  const writes = groups.flatMap((group, index) => {
    const changes = compareSuggestions(known[index] ?? [], findClusters(found[index] ?? []))
    const newCode = () => codeFromBytes(ctx.random(CODE_LENGTH))
    const saved: ClusterToSave[] = [
      ...changes.added.map((cluster) => ({ id: null, code: newCode(), cluster, isRevived: false })),
      ...changes.changed.map((change) => ({ ...change, code: '' })),
    ]
    return saveGroup(ctx.db, group, saved, changes.removed, now)
  })
  await runBatch(ctx.db, writes)
}

/**
 * Suggests reports that are probably about one problem. Looks only at groups (one category in one district) in which a
 * report came or went since the last look; run it as often as you like, or late: the same reports give the same
 * suggestions.
 *
 * @returns whether groups are left because there were too many for one run
 */
export async function suggestClusters(ctx: SweepContext): Promise<{ left: boolean }> {
  const now = ctx.now()
  await runBatch(ctx.db, [deleteFadedSuggestions(ctx.db, now - LOOK_BACK_MS)])
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const [groups] = await runBatch(ctx.db, [waitingGroups(ctx.db, GROUPS)])
    if (groups.length === 0) return { left: false }
    await lookAt(ctx, groups, now)
  }
  return { left: true }
}
