import type { Report, ReportRow } from '@shared/contract/report.ts'
import type { ReactNode } from 'react'
import { StatusBadge } from '@/components/status-badge/status-badge'
import { Badge } from '@/kit/badge'
import { Box } from '@/kit/box'
import { useStaffText } from '../locale/use-staff-text'

type Marked = Pick<
  Report | ReportRow,
  'state' | 'round' | 'bounces' | 'supervision' | 'channel' | 'public' | 'overdueLevel' | 'heldReason'
>

/** Its state, and everything unusual about it; `children` come first. */
export function ReportMarks({ report, children }: { report: Marked; children?: ReactNode }) {
  const t = useStaffText()
  const { state, round, bounces, supervision, channel, overdueLevel, heldReason } = report
  return (
    <Box row wrap gap={2} align="center">
      {children}
      <StatusBadge state={state} round={round} />
      {heldReason && (
        <Badge tone="wait" icon="alert">
          {t(`staff.mark.held.${heldReason}`)}
        </Badge>
      )}
      {overdueLevel !== 'none' && (
        <Badge tone="bad" icon="alert">
          {t(`staff.mark.overdue.${overdueLevel}`)}
        </Badge>
      )}
      {supervision === 'ordered' && (
        <Badge tone="bad" icon="flag">
          {t('staff.mark.ordered')}
        </Badge>
      )}
      {supervision === 'watched' && <Badge icon="eye">{t('staff.mark.watched')}</Badge>}
      {bounces > 0 && (
        <Badge tone="wait" icon="back">
          {t('staff.mark.bounced', { n: bounces })}
        </Badge>
      )}
      {channel === 'snapshot' && <Badge icon="camera">{t('staff.mark.snapshot')}</Badge>}
      {report.public && <Badge icon="people">{t('staff.mark.public')}</Badge>}
    </Box>
  )
}
