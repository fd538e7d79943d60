import type { ApiKey } from '@shared/contract/api-key.ts'
import { useFormat } from '@/locale/use-text'
import { useStaffText } from '../../locale/use-staff-text'

/** How a key is used, in words. */
export function useKeyWords() {
  const t = useStaffText()
  const format = useFormat()
  return {
    use({ usedToday, perDay, lastUsedOn }: ApiKey): string {
      const last =
        lastUsedOn === null
          ? t('staff.keys.never')
          : t('staff.keys.last', { date: format.date(`${lastUsedOn}T12:00:00+08:00`) })
      return `${t('staff.keys.today', { used: usedToday, most: perDay })} · ${last}`
    },
  }
}
