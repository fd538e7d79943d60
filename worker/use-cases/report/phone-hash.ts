import type { ContactShown } from '../../../shared/contract/contact.ts'
import { phoneDigits } from '../../../shared/domain/mask.ts'
import type { Secrets } from '../../context.ts'

/** What a contact is found by; null when it has no telephone number. */
export async function phoneHashOf(
  secrets: Pick<Secrets, 'phoneHash'>,
  contact: ContactShown | null | undefined,
): Promise<string | null> {
  const digits = phoneDigits(contact?.phone ?? '')
  return digits === '' ? null : secrets.phoneHash(digits)
}
