import type { DeadLetter } from '@shared/contract/dead-letter.ts'
import type { Names } from '@shared/contract/reference.ts'
import { type StaffTranslate, useStaffText } from '../../locale/use-staff-text'

const CHANNELS = ['inbox', 'webhook', 'gateway'] as const

/** To whom a notice should have gone, by the kind that its recipient begins with. */
const KINDS: Record<string, (code: string, names: Names, t: StaffTranslate) => string> = {
  station: (number, { stations }, t) =>
    t('staff.audit.what.station', { number, name: stations?.[number] ?? '' }),
  body: (code, { bodies }) => bodies?.[code] ?? code,
  deputy: (id, { deputies }, t) => t('staff.dead.to.deputy', { name: deputies?.[id] ?? id }),
  desk: (code, { districts }, t) => t('staff.dead.to.desk', { district: districts?.[code] ?? code }),
  account: (id, { accounts }, t) => accounts?.[id] ?? t('staff.audit.resident'),
  webhook: (id, { webhooks }, t) => t('staff.dead.to.webhook', { name: webhooks?.[id] ?? id }),
}

/** How a notice should have come, and to whom, in words. */
export function useLetterWords(names: Names) {
  const t = useStaffText()
  return {
    channel({ channel }: DeadLetter): string {
      const known = CHANNELS.find((one) => one === channel)
      return known ? t(`staff.dead.channel.${known}`) : channel
    },
    recipient({ recipient }: DeadLetter): string {
      const [kind = '', ...code] = recipient.split(':')
      return KINDS[kind]?.(code.join(':'), names, t) ?? recipient
    },
  }
}
