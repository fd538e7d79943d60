import { useQuery } from '@tanstack/react-query'
import type { DeputyRecord } from '@shared/contract/deputy-record.ts'
import { useEffect, useState } from 'react'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { LoadState } from '@/kit/load-state'
import { Select } from '@/kit/select'
import { keepInAddress } from '@/platform/keep-in-address'
import { useQuery as useAddress } from '@/platform/navigation'
import { canPrint, printPage } from '@/platform/print'
import { readMyRecord } from '../../api/deputy'
import { DeputyPage } from '../../components/deputy-page'
import { useStaffText } from '../../locale/use-staff-text'
import { useLocale } from '../../state/use-locale'
import { RecordNotes } from './record-notes'
import { RecordOutcomes } from './record-outcomes'
import { RecordReports } from './record-reports'
import { RecordTitle } from './record-title'
import './my-record.scss'

/** What one deputy did in a year, as a document. No points, no ranking: it compares nobody with anybody. */
export default function MyRecordPage() {
  const t = useStaffText()
  return (
    <DeputyPage title={t('staff.record.title')} lead={t('staff.record.lead')} here="staff-my-record">
      {() => <Years />}
    </DeputyPage>
  )
}

function Years() {
  const t = useStaffText()
  const locale = useLocale()
  const asked = useAddress().year ?? ''
  const [year, setYear] = useState(/^20\d\d$/.test(asked) ? asked : '')
  useEffect(() => keepInAddress('staff-my-record', { year }), [year])
  const query = useQuery({
    queryKey: ['staff', 'my-record', year, locale],
    queryFn: ({ signal }) => readMyRecord(year, signal),
    placeholderData: (before) => before,
  })
  return (
    <LoadState query={query} skeleton={{ look: 'card' }}>
      {(record) => (
        <Box gap={4} className="record">
          <Box row wrap gap={3} align="end" className="record-tools">
            <Select
              id="record-year"
              label={t('staff.record.year')}
              value={String(record.year)}
              options={record.years.map((one) => ({
                value: String(one),
                label: t('staff.record.year.value', { year: one }),
              }))}
              onChange={setYear}
            />
            {canPrint && (
              <Button icon="print" onClick={printPage}>
                {t('staff.record.print')}
              </Button>
            )}
          </Box>
          <Document record={record} />
        </Box>
      )}
    </LoadState>
  )
}

function Document({ record }: { record: DeputyRecord }) {
  return (
    <Box gap={4}>
      <RecordTitle record={record} />
      <RecordOutcomes record={record} />
      <RecordReports record={record} />
      <RecordNotes notes={record.notes} />
    </Box>
  )
}
