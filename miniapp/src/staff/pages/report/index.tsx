import { formatReportNumber } from '@shared/domain/receipt.ts'
import { Banner } from '@/kit/banner'
import { useQuery } from '@/platform/navigation'
import { useWide } from '@/platform/use-wide'
import { ReportDesk } from '../../components/report-desk'
import { StaffPage } from '../../components/staff-page'
import { useStaffText } from '../../locale/use-staff-text'

export default function ReportPage() {
  const t = useStaffText()
  const wide = useWide()
  const { number = '' } = useQuery()
  const title = number ? formatReportNumber(number) : t('staff.report.plain-title')
  return (
    <StaffPage
      title={title}
      hideTitle
      back={{ to: 'staff-inbox', label: t('staff.inbox.title') }}
      here={{ to: 'staff-report', query: { number } }}
      wide={wide}
    >
      {() =>
        number ? (
          <ReportDesk number={number} alone />
        ) : (
          <Banner tone="bad">{t('staff.report.number-missing')}</Banner>
        )
      }
    </StaffPage>
  )
}
