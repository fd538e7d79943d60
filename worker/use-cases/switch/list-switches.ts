import type { SwitchList } from '../../../shared/contract/switch.ts'
import { SWITCHES } from '../../../shared/domain/switches.ts'
import type { Context } from '../../context.ts'
import { switchedOff } from '../../repository/switches.ts'
import { withActor } from '../session/with-actor.ts'

/**
 * What can be turned off, and what is.
 *
 * @throws AppError as `withActor`
 */
export async function listSwitches(ctx: Context): Promise<SwitchList> {
  const { answers } = await withActor(ctx, [switchedOff(ctx.db)])
  return { items: SWITCHES.map((name) => ({ name, on: !answers[0].has(name) })) }
}
