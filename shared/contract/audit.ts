import * as z from 'zod/mini'
import { AUDIT_ACTIONS } from '../domain/audit.ts'
import { listOf, moment } from './primitives.ts'
import { names } from './reference.ts'

/** One line of the audit log. */
export const auditEntry = z.object({
  /** 1, 2, 3 … without gaps. */
  seq: z.number(),
  /** Random, and part of what is hashed: two entries that say the same are told apart by it. */
  id: z.string(),
  at: moment,
  /** `id` is null for somebody who was not signed in, and for the clock. */
  actor: z.object({ id: z.nullable(z.string()), role: z.string(), name: z.string() }),
  /** The network address of staff; null for residents and where nobody told it. */
  address: z.nullable(z.string()),
  /** Families of browser and system: `Chrome · Windows`. */
  device: z.nullable(z.string()),
  action: z.enum(AUDIT_ACTIONS),
  /** Kind and key of what it happened to: `account:…`, `report:GZ…`, `calendar:2027`. */
  subject: z.string(),
  detail: z.record(z.string(), z.unknown()),
  prevHash: z.string(),
  /** SHA-256 over everything above and the hash before it: `auditText` in `shared/domain/audit.ts`. */
  hash: z.string(),
})
export type AuditEntry = z.infer<typeof auditEntry>

/** `GET /api/v1/admin/audit-log`, latest first, and by name what the entries speak of, as things are called today. */
export const auditList = z.extend(listOf(auditEntry), { names })
export type AuditList = z.infer<typeof auditList>

const filter = {
  /** An account's id. */
  actor: z.optional(z.string().check(z.maxLength(60))),
  action: z.optional(z.enum(AUDIT_ACTIONS)),
  subject: z.optional(z.string().check(z.maxLength(80))),
  from: z.optional(moment),
  to: z.optional(moment),
}

export const auditListQuery = z.object({
  ...filter,
  cursor: z.optional(z.string().check(z.maxLength(200))),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 50),
})
export type AuditListQuery = z.infer<typeof auditListQuery>

/** `GET /api/v1/admin/audit-log/export`: the same as CSV, oldest first. */
export const auditExportQuery = z.object(filter)
export type AuditExportQuery = z.infer<typeof auditExportQuery>

/** Where the chain stood at the end of a day, kept outside the database. */
export const auditHead = z.object({
  /** `YYYY-MM-DD` in Asia/Shanghai: the day on which it was kept. */
  date: z.string(),
  at: moment,
  seq: z.number(),
  hash: z.string(),
})
export type AuditHead = z.infer<typeof auditHead>

/** `GET /api/v1/admin/audit-log/heads`, latest first. */
export const auditHeadList = z.object({ items: z.array(auditHead) })
export type AuditHeadList = z.infer<typeof auditHeadList>
