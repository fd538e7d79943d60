import type { AccountAnswer, AccountRequest } from '../../../shared/contract/account.ts'
import { AppError, type FieldProblem } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import { breaksUnique, runBatch } from '../../repository/query.ts'
import {
  insertStaff,
  officeExists,
  staffAccountById,
  type OfficeField,
  type StaffRecord,
} from '../../repository/staff-accounts.ts'
import { auditEntry } from '../audit/record.ts'
import { newInvitation } from '../invitation/issue-invitation.ts'
import { withActor } from '../session/with-actor.ts'
import { staffShown } from './staff-shown.ts'

const OFFICE_FIELDS = ['stationNumber', 'bodyCode', 'districtCode', 'deputyId'] as const

type Offices = Record<OfficeField, string | null>

/** The one office that the role of an account has, among the fields where it could be. */
function officesOf(input: AccountRequest): Offices {
  const given: { role: string } & Partial<Offices> = input
  return Object.fromEntries(OFFICE_FIELDS.map((field) => [field, given[field] ?? null])) as Offices
}

function refuse(field: string, problem: FieldProblem): never {
  throw new AppError('VALIDATION_FAILED', { fields: { [field]: { problem } } })
}

/**
 * Opens an account for a member of staff, who chooses the password by the invitation in the answer.
 *
 * @param origin where the app is, `https://city.example`
 * @throws AppError as `withActor`, `VALIDATION_FAILED`
 *   for an office that does not exist and a user name that is taken
 */
export async function createAccount(
  ctx: Context,
  input: AccountRequest,
  origin: string,
): Promise<AccountAnswer> {
  const offices = officesOf(input)
  const field = OFFICE_FIELDS.find((name) => offices[name] !== null)
  const office = field && officeExists(ctx.db, field, offices[field] ?? '')
  const { actor, answers } = await withActor(ctx, office ? [office] : [])
  if (field && answers[0] !== true) refuse(field, 'unknown')
  const { role, username, name } = input
  const staff = { id: ctx.newId(), role, username, name, ...offices, createdAt: ctx.now() }
  const invitation = await newInvitation(ctx, staff.id, origin)
  try {
    const [, , , record] = await runBatch(ctx.db, [
      insertStaff(ctx.db, staff),
      invitation.query,
      auditEntry(ctx, actor, 'account.created', {
        subject: `account:${staff.id}`,
        detail: { role, username },
      }),
      staffAccountById(ctx.db, staff.id, ctx.locale),
    ])
    return { account: staffShown(record as StaffRecord, ctx.now()), invitation: invitation.shown }
  } catch (error) {
    if (breaksUnique(error, 'account.username')) refuse('username', 'duplicate')
    throw error
  }
}
