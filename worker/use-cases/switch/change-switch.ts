import type { FeatureSwitch, SwitchChange } from '../../../shared/contract/switch.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import { isSwitch } from '../../../shared/domain/switches.ts'
import type { Context } from '../../context.ts'
import { runBatch } from '../../repository/query.ts'
import { saveSwitch, switchedOff } from '../../repository/switches.ts'
import { auditEntry } from '../audit/record.ts'
import { withActor } from '../session/with-actor.ts'

/**
 * Turns something off, or on again; it holds from the next request on. What is so already stays so and is not told.
 *
 * @throws AppError `UNAUTHENTICATED`, `NOT_ALLOWED`, `NOT_FOUND` for an unknown name
 */
export async function changeSwitch(ctx: Context, name: string, { on }: SwitchChange): Promise<FeatureSwitch> {
  const { actor, answers } = await withActor(ctx, [switchedOff(ctx.db)])
  if (!isSwitch(name)) throw new AppError('NOT_FOUND')
  if (answers[0].has(name) !== on) return { name, on }
  await runBatch(ctx.db, [
    saveSwitch(ctx.db, name, on),
    auditEntry(ctx, actor, 'switch.changed', { subject: `switch:${name}`, detail: { on } }),
  ])
  return { name, on }
}
