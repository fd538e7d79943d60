import type { WebhookDelivery } from '@shared/contract/webhook-delivery.ts'
import type { Webhook } from '@shared/contract/webhook.ts'
import { WEBHOOK_GROUP_NAMES, WEBHOOK_GROUPS } from '@shared/domain/webhook.ts'
import { useFormat } from '@/locale/use-text'
import { useStaffText } from '../../locale/use-staff-text'

/** How an address and what is sent there are told, in words. */
export function useWebhookWords() {
  const t = useStaffText()
  const format = useFormat()
  const problem = (said: string): string => {
    const [, status] = /^http (\d+)$/.exec(said) ?? []
    if (status !== undefined) return t('staff.hooks.problem.http', { status })
    return said === 'timeout' || said === 'unreachable' ? t(`staff.hooks.problem.${said}`) : said
  }
  return {
    problem,
    /** What it is told of: whole groups by their name, the rest one by one. */
    events({ events }: Webhook): string {
      return WEBHOOK_GROUP_NAMES.flatMap((group) => {
        const own = WEBHOOK_GROUPS[group].filter((event) => events.includes(event))
        if (own.length === WEBHOOK_GROUPS[group].length) return [t(`staff.hooks.group.${group}`)]
        return own.map((event) => t(`staff.hooks.event.${event}`))
      }).join(' · ')
    },
    whose({ districtName, bodyName }: Webhook): string {
      return [districtName ?? t('staff.hooks.district.all'), bodyName ?? t('staff.hooks.body.all')].join(
        ' · ',
      )
    },
    standing({ paused, waiting, dead }: Webhook): string {
      const parts = [
        ...(paused ? [t('staff.hooks.paused')] : []),
        ...(dead > 0 ? [t('staff.hooks.dead', { n: dead })] : []),
        ...(waiting > 0 ? [t('staff.hooks.waiting', { n: waiting })] : []),
      ]
      return parts.length === 0 ? t('staff.hooks.well') : parts.join(' · ')
    },
    /** When it happened, and what became of it; a paused address is not tried again. */
    delivery({ createdAt, attempts, lastError, nextAttemptAt }: WebhookDelivery, paused: boolean): string {
      return [
        format.dateTime(createdAt),
        ...(attempts > 1 ? [t('staff.hooks.delivery.tries', { n: attempts })] : []),
        ...(lastError === null ? [] : [problem(lastError)]),
        ...(nextAttemptAt === null || paused
          ? []
          : [t('staff.hooks.delivery.next', { date: format.dateTime(nextAttemptAt) })]),
      ].join(' · ')
    },
  }
}
