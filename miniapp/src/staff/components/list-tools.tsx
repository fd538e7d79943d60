import { useState } from 'react'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Select } from '@/kit/select'
import { Text } from '@/kit/text'
import { navigate } from '@/platform/navigation'
import { canPrint } from '@/platform/print'
import { savesFiles } from '@/platform/saves-files'
import { useWide } from '@/platform/use-wide'
import { listInBody } from '../api/report-lists'
import { useStaffText } from '../locale/use-staff-text'
import { startExport, useExportJob } from '../state/export-job'
import { useListView } from '../state/list-view'
import type { ListChoice } from '../state/use-reports'
import { ColumnsSheet } from './columns-sheet'

interface ListToolsProps {
  choice: ListChoice
  /** how many there are, in words; '' while nobody knows */
  total: string
}

/** Above a list: how many there are, how they are shown, and ways to take them along. */
export function ListTools({ choice, total }: ListToolsProps) {
  const t = useStaffText()
  const wide = useWide()
  const [view, change] = useListView()
  const [columns, setColumns] = useState(false)
  const isExporting = useExportJob(({ phase }) => phase === 'running')
  return (
    <>
      <Box row wrap gap={2} align="center" justify="between" className="staff-tools">
        <Box row wrap gap={2} align="center" grow className="staff-tools-order">
          <Text size="small" tone="muted">
            {total && t('staff.list.total', { n: total })}
          </Text>
          {choice.scope === 'visible' && (
            <Select
              id="list-sort"
              label={t('staff.list.sort')}
              hideLabel
              value={view.sort}
              options={(['new', 'due'] as const).map((sort) => ({
                value: sort,
                label: t(`staff.list.sort.${sort}`),
              }))}
              onChange={(sort) => change({ sort: sort === 'due' ? 'due' : 'new' })}
            />
          )}
        </Box>
        <Box row wrap gap={1} align="center">
          <Button small kind="ghost" icon="pin" pressed={view.map} onClick={() => change({ map: !view.map })}>
            {t('staff.list.map')}
          </Button>
          {wide && (
            <Button
              small
              kind="ghost"
              icon="list"
              pressed={view.table}
              onClick={() => change({ table: !view.table })}
            >
              {t('staff.list.table')}
            </Button>
          )}
          {wide && view.table && (
            <Button small kind="ghost" icon="filter" onClick={() => setColumns(true)}>
              {t('staff.list.columns')}
            </Button>
          )}
          {canPrint && (
            <Button
              small
              kind="ghost"
              icon="print"
              onClick={() => navigate('staff-print', listInBody(choice))}
            >
              {t('staff.list.print')}
            </Button>
          )}
          {savesFiles && (
            <Button
              small
              kind="ghost"
              icon="download"
              busy={isExporting}
              onClick={() => void startExport(choice)}
            >
              {t('staff.export')}
            </Button>
          )}
        </Box>
      </Box>
      <ColumnsSheet open={columns} onClose={() => setColumns(false)} />
    </>
  )
}
