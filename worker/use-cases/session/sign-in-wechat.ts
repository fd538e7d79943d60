import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import { runBatch } from '../../repository/query.ts'
import { bindWechat, insertWechatResident, openWechatSession } from '../../repository/wechat-accounts.ts'
import { countAtGate, openGate, passGate } from '../limit/gate.ts'
import { draftSession, type OpenedSession } from './new-session.ts'

/**
 * Opens a session for whoever WeChat says it is: the same person finds the same reports on every telephone. A device
 * that has reports already becomes theirs, as long as they have nothing yet.
 *
 * @throws AppError `NOT_FOUND` in a city without WeChat, `BAD_CREDENTIALS` for a code that WeChat does not take,
 *   `UNAVAILABLE` when WeChat does not answer, `PROOF_REQUIRED` and `RATE_LIMITED` as for a device
 */
export async function signInWechat(ctx: Context, { code }: { code: string }): Promise<OpenedSession> {
  if (ctx.wechat === null) throw new AppError('NOT_FOUND')
  const gate = await openGate(ctx, 'device-session', {})
  const [, counted] = await runBatch(ctx.db, countAtGate(ctx, gate))
  await passGate(ctx, gate, counted)
  const openId = await ctx.wechat.openIdOf(code)
  if (openId === null) throw new AppError('BAD_CREDENTIALS')
  const hash = await ctx.secrets.identityHash(openId)
  const id = ctx.newId()
  const { row, ...opened } = await draftSession(ctx, { id, role: 'resident' })
  const [, , isOpen] = await runBatch(ctx.db, [
    bindWechat(ctx.db, hash, ctx.credentials.tokenHash, ctx.now()),
    insertWechatResident(ctx.db, { id, createdAt: row.createdAt, hash }),
    openWechatSession(ctx.db, row, hash),
  ])
  if (!isOpen) throw new AppError('BAD_CREDENTIALS')
  return opened
}
