import type { Context } from '../../context.ts'

/** Compares in a time that does not depend on where the texts differ. */
export function sameText(a: string, b: string): boolean {
  let difference = a.length ^ b.length
  for (let index = 0; index < a.length; index += 1) difference |= a.charCodeAt(index) ^ b.charCodeAt(index)
  return difference === 0
}

/** Whether the caller showed the query code of that report; what is no code is no proof. */
export async function provesReporter(ctx: Context, number: string): Promise<boolean> {
  const { queryCode } = ctx.credentials
  return queryCode !== null && sameText(queryCode, await ctx.secrets.queryCode(number))
}
