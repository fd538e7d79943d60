import type { Context } from '../../context.ts'
import type { OwnScope } from '../../repository/report-lists.ts'
import { fromBase64Url, toBase64Url } from '../base64url.ts'
import type { ListConditions } from './list.ts'
import { sameText } from './prove-reporter.ts'

/** What an export takes out, and for whom. */
export interface ExportedList {
  accountId: string
  scope: OwnScope
  conditions: ListConditions
}

const DAY_MS = 86_400_000
/** `reports-export.expiresAt.list.signature`. */
const PASS = /^(reports-export\.(\d{13})\.([\w-]{1,4000}))\.([0-9a-f]{32})$/

/** Says which list was written into the audit log; good for a day, for pieces of that list alone. */
export async function issuePass(
  ctx: Pick<Context, 'secrets' | 'now'>,
  list: ExportedList,
): Promise<{ pass: string; expiresAt: number }> {
  const expiresAt = ctx.now() + DAY_MS
  const told = toBase64Url(new TextEncoder().encode(JSON.stringify(list)))
  const content = `reports-export.${expiresAt}.${told}`
  return { pass: `${content}.${await ctx.secrets.challengeSignature(content)}`, expiresAt }
}

/** The list of a pass; null for one that is forged or expired. */
export async function readPass(
  ctx: Pick<Context, 'secrets' | 'now'>,
  pass: string,
): Promise<ExportedList | null> {
  const [, content, expiresAt, told = '', signature = ''] = PASS.exec(pass) ?? []
  if (content === undefined || Number(expiresAt) <= ctx.now()) return null
  if (!sameText(signature, await ctx.secrets.challengeSignature(content))) return null
  return JSON.parse(new TextDecoder().decode(fromBase64Url(told))) as ExportedList
}
