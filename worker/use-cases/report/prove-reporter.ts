import type { Actor } from '../../../shared/domain/actor.ts'
import type { Context } from '../../context.ts'

/** Compares in a time that does not depend on where the texts differ. */
export function sameText(a: string, b: string): boolean {
  let difference = a.length ^ b.length
  for (let index = 0; index < a.length; index += 1) difference |= a.charCodeAt(index) ^ b.charCodeAt(index)
  return difference === 0
}

/** The actor, marked as the reporter of that report when they showed its query code. */
export async function proveReporter(ctx: Context, actor: Actor, number: string): Promise<Actor> {
  const { queryCode } = ctx.credentials
  if (queryCode === null) return actor
  return sameText(queryCode, await ctx.secrets.queryCode(number)) ? { ...actor, reporterOf: number } : actor
}
