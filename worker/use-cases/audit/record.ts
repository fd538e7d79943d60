import { isStaff, type Actor } from '../../../shared/domain/actor.ts'
import type { AuditAction } from '../../../shared/domain/audit.ts'
import type { Context } from '../../context.ts'
import { appendAuditEntry } from '../../repository/audit-entries.ts'
import type { Query } from '../../repository/query.ts'

type AuditContext = Pick<Context, 'db' | 'now' | 'newId' | 'credentials'>

/** Who did it: an actor, or an account that is on its way in or out. */
export type AuditActor = Pick<Actor, 'id' | 'role' | 'person' | 'name'>

/** An account as the one who did it. */
export function accountAsActor(account: {
  id: string
  role: Actor['role']
  person: string | null
  office: string | null
}): AuditActor {
  return { id: account.id, role: account.role, person: account.person, name: account.office ?? '' }
}

/** What happened to what. */
export interface Audited {
  /** Kind and key: `account:<id>`, `report:<number>`. */
  subject: string
  /** What else there is to know. Never a name, a number or a word of a resident: entries are for ever. */
  detail?: Record<string, unknown>
  /** Tells of the statement right before it in the batch, and only when that one wrote something. */
  onlyIfWritten?: boolean
}

/**
 * One line of the audit log, to be written in the transaction of what it tells.
 *
 * Of staff, and of whoever tries to come in as staff, it keeps the network address, because a stolen account is found
 * by it; of residents it keeps none.
 */
export function auditEntry(
  ctx: AuditContext,
  actor: AuditActor,
  action: AuditAction,
  { subject, detail = {}, onlyIfWritten = false }: Audited,
): Query<void> {
  const { address, device } = ctx.credentials
  const keepsAddress = isStaff(actor) || action.startsWith('session.')
  return appendAuditEntry(
    ctx.db,
    {
      id: ctx.newId(),
      at: ctx.now(),
      actorId: actor.id,
      actorRole: actor.role,
      actorName: isStaff(actor) ? [actor.name, actor.person].filter(Boolean).join(' ') : '',
      address: keepsAddress ? address : null,
      device,
      action,
      subject,
      detail: JSON.stringify(detail),
    },
    onlyIfWritten,
  )
}
