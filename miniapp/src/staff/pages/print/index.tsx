import { useQuery as useRead } from '@tanstack/react-query'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { LoadState } from '@/kit/load-state'
import { Text } from '@/kit/text'
import { useFormat } from '@/locale/use-text'
import { useQuery } from '@/platform/navigation'
import { printPage } from '@/platform/print'
import { StaffPage } from '../../components/staff-page'
import { useFilterName } from '../../components/use-filter-name'
import { useStaffText } from '../../locale/use-staff-text'
import { NO_FILTER, type ReportFilter } from '../../state/report-filter'
import { choiceFrom, readForPrint } from './read-for-print'
import { PrintedList } from './printed-list'

/** A list on paper: what it shows, of when, for whom; no more than can be read. */
export default function PrintPage() {
  const t = useStaffText()
  const format = useFormat()
  const query = useQuery()
  const choice = choiceFrom(query)
  const read = useRead({
    queryKey: ['staff', 'print', choice],
    queryFn: ({ signal }) => readForPrint(choice, signal),
    refetchOnWindowFocus: false,
  })
  const conditions = useFilterName()(filterOf(query))
  return (
    <StaffPage
      title={t('staff.print.title')}
      back={{ to: 'staff-inbox', label: t('staff.inbox.title') }}
      here={{ to: 'staff-print', query }}
      wide
    >
      {({ office, name }) => (
        <LoadState query={read} skeleton={{ look: 'list', rows: 8 }}>
          {({ rows, hasMore, readAt }) => (
            <Box gap={4}>
              <Box row wrap gap={3} align="center" justify="between">
                <Box>
                  <Text block strong>
                    {[t(`staff.inbox.tab.${choice.scope}`), conditions].filter(Boolean).join(' · ')}
                  </Text>
                  <Text block size="small" tone="muted">
                    {t('staff.print.of', {
                      n: rows.length,
                      who: [office, name].filter(Boolean).join(' '),
                      at: format.dateTime(readAt),
                    })}
                  </Text>
                </Box>
                <Button kind="primary" icon="print" onClick={printPage}>
                  {t('staff.list.print')}
                </Button>
              </Box>
              {hasMore && (
                <Banner tone="wait" announce={false}>
                  {t('staff.print.more', { n: rows.length })}
                </Banner>
              )}
              <PrintedList rows={rows} />
            </Box>
          )}
        </LoadState>
      )}
    </StaffPage>
  )
}

/** The conditions of the address, as the filters have them. */
function filterOf(query: Record<string, string | undefined>): ReportFilter {
  const { from = '', to = '', overdue, ...words } = query
  const set = Object.entries(words).filter(([name, value]) => name in NO_FILTER && value)
  const days = { from: from.slice(0, 10), to: to.slice(0, 10) }
  return { ...NO_FILTER, ...Object.fromEntries(set), ...days, overdue: overdue === 'true' }
}
