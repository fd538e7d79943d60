import type { Notification } from '@shared/contract/notification.ts'
import { formatReportNumber } from '@shared/domain/receipt.ts'
import type { IconName } from '@/kit/icon-paths'
import type { Translate } from '@/locale/translate'

/** What a notice says in one line, and its picture. */
export function noticeLook(notice: Notification, t: Translate): { title: string; icon: IconName } {
  if (notice.kind === 'reminder') return { title: t('notices.reminder'), icon: 'clock' }
  return {
    title: t(`notices.event.${notice.action}`, { name: notice.actorName }),
    icon: notice.to === 'answered' ? 'check' : 'inbox',
  }
}

/** Which report it is about, and when. */
export function noticeNote(notice: Notification, t: Translate, ago: string): string {
  return `${t('report.number', { number: formatReportNumber(notice.reportNumber) })} · ${ago}`
}
