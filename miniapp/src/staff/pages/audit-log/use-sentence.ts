import type { AuditEntry } from '@shared/contract/audit.ts'
import type { Names } from '@shared/contract/reference.ts'
import { isStaff, ROLES } from '@shared/domain/actor.ts'
import { useStaffText } from '../../locale/use-staff-text'
import { useSubjectWords } from './use-subject-words'

/** What of an account's change a sentence of its own tells, the gravest first. */
const ACCOUNT_DEEDS = [
  [(detail: Detail) => detail.disabled === true, 'account.disabled'],
  [(detail: Detail) => detail.resetPassword === true, 'account.reset-password'],
  [(detail: Detail) => detail.resetTotp === true, 'account.reset-totp'],
  [(detail: Detail) => detail.disabled === false, 'account.enabled'],
] as const
type Detail = AuditEntry['detail']

/** Which sentence tells the entry. */
function sentenceOf({ action, detail }: AuditEntry) {
  if (action === 'switch.changed') return detail.on === true ? 'switch.on' : 'switch.off'
  if (action !== 'account.changed') return action
  return ACCOUNT_DEEDS.find(([isIt]) => isIt(detail))?.[1] ?? action
}

/** An entry as a sentence: who, in which role, did what to what. */
export function useSentence(names: Names): (entry: AuditEntry) => string {
  const t = useStaffText()
  const subjectWords = useSubjectWords(names)
  const whoOf = ({ actor }: AuditEntry): string => {
    const role = ROLES.find((one) => one === actor.role)
    if (role && isStaff({ role }))
      return t('staff.audit.who', { name: actor.name, role: t(`staff.role.${role}`) })
    if (role) return t('staff.audit.resident')
    return t(actor.role === 'clock' ? 'staff.audit.clock' : 'staff.audit.anonymous')
  }
  return (entry) =>
    t(`staff.audit.said.${sentenceOf(entry)}`, { who: whoOf(entry), what: subjectWords(entry) })
}
