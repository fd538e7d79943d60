/**
 * What is written down besides the histories of reports: who came in, who changed what keeps the city going, and
 * who looked at something that is shown to nobody by default. The part before the dot is what it happened to.
 */
export const AUDIT_ACTIONS = [
  'session.opened',
  'session.refused',
  'session.closed',
  'session.others-closed',
  'password.changed',
  'password.refused',
  'totp.enabled',
  'totp.removed',
  'invitation.accepted',
  'account.created',
  'account.changed',
  'account.exported',
  'city.changed',
  'city.exported',
  'station.code-renewed',
  'station.code-revoked',
  'station.duty-changed',
  'template.kept',
  'template.removed',
  'calendar.added',
  'calendar.changed',
  'retention.changed',
  'dead-letter.retried',
  'report.exported',
  'api-key.issued',
  'api-key.changed',
  'api-key.revoked',
  'webhook.added',
  'webhook.changed',
  'webhook.tried',
  'contact.revealed',
  'contact.searched',
  'personal-data.exported',
  'personal-data.erasure-asked',
  'personal-data.erased',
  'audit-log.exported',
  'switch.changed',
  'calendar.exported',
  'problem.noted',
  'problem.dismissed',
] as const
export type AuditAction = (typeof AUDIT_ACTIONS)[number]

/** The hash of nothing: what the first entry follows. */
export const AUDIT_BEGINNING = ''

/** One line of the audit log before it is in the chain. `at` in milliseconds. */
export interface AuditFacts {
  seq: number
  id: string
  at: number
  actorId: string | null
  actorRole: string
  actorName: string
  address: string | null
  device: string | null
  action: string
  subject: string
  /** JSON, as it is stored. */
  detail: string
}

/** What the hash of an entry is computed over: everything it says and the hash of the entry before it. */
export function auditText(entry: AuditFacts, prevHash: string): string {
  return JSON.stringify([
    prevHash,
    entry.seq,
    entry.id,
    entry.at,
    entry.actorId,
    entry.actorRole,
    entry.actorName,
    entry.address,
    entry.device,
    entry.action,
    entry.subject,
    entry.detail,
  ])
}
