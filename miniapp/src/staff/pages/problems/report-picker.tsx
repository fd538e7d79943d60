import type { ReportRow } from '@shared/contract/report.ts'
import { formatReportNumber } from '@shared/domain/receipt.ts'
import { useState } from 'react'
import { useSettled } from '@/components/search/use-settled'
import { Box } from '@/kit/box'
import { Checkbox } from '@/kit/checkbox'
import { LoadState } from '@/kit/load-state'
import { Text } from '@/kit/text'
import { TextField } from '@/kit/text-field'
import { useStaffText } from '../../locale/use-staff-text'
import { useStaffReports } from '../../state/use-reports'

interface ReportPickerProps {
  id: string
  chosen: readonly string[]
  error?: string
  onToggle: (number: string, isIn: boolean, categoryCode?: string) => void
}

const SHOWN = 8

/** The reports of my station, found by words; ticked ones stay above. None at all is an answer too. */
export function ReportPicker({ id, chosen, error, onToggle }: ReportPickerProps) {
  const t = useStaffText()
  const [typed, setTyped] = useState('')
  const q = useSettled(typed)
  const query = useStaffReports({ scope: 'visible', sort: 'new', q })
  const rows = query.data?.pages.flatMap(({ items }) => items)
  const offered = (rows ?? []).filter(({ number }) => !chosen.includes(number)).slice(0, SHOWN)
  return (
    <Box gap={2}>
      <TextField
        id={id}
        type="search"
        label={t('staff.problem.reports')}
        hint={t('staff.problem.reports.hint')}
        autoComplete="off"
        value={typed}
        onChange={setTyped}
        error={error}
        optional
      />
      {chosen.map((number) => {
        const row = rows?.find((one) => one.number === number)
        return (
          <Checkbox
            key={number}
            id={`${id}-${number}`}
            label={row ? wordsOf(row) : formatReportNumber(number)}
            checked
            onChange={() => onToggle(number, false)}
          />
        )
      })}
      <LoadState query={{ ...query, data: rows }} skeleton={{ look: 'list', rows: 3 }}>
        {() =>
          offered.length === 0 ? (
            <Text block size="small" tone="muted">
              {t('staff.problem.reports.none')}
            </Text>
          ) : (
            offered.map((row) => (
              <Checkbox
                key={row.number}
                id={`${id}-${row.number}`}
                label={wordsOf(row)}
                checked={false}
                onChange={() => onToggle(row.number, true, row.category.code)}
              />
            ))
          )
        }
      </LoadState>
    </Box>
  )
}

const MOST_WORDS = 40

function wordsOf({ category, text, number }: ReportRow): string {
  const letters = [...text]
  const short = letters.length > MOST_WORDS ? `${letters.slice(0, MOST_WORDS).join('')}…` : text
  return `${category.name} · ${short} (${formatReportNumber(number)})`
}
