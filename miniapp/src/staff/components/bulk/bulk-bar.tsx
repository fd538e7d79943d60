import type { ReportRow } from '@shared/contract/report.ts'
import { useEffect, useState } from 'react'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Text } from '@/kit/text'
import { useHotkeys } from '@/platform/use-hotkeys'
import { useWide } from '@/platform/use-wide'
import { useSession } from '@/state/session'
import { type BulkChoice, bulkChoices } from '../../actions/bulk'
import { useStaffText } from '../../locale/use-staff-text'
import {
  endPicking,
  keepOrder,
  markAll,
  markUpTo,
  startPicking,
  toggleMark,
  useMarked,
} from '../../state/marked'
import { BulkSheet } from './bulk-sheet'

interface BulkBarProps {
  rows: readonly ReportRow[]
  /** the row under the keyboard */
  selected?: string
}

/** One at a time is quicker as it always was. */
const LEAST = 2

/** Above an inbox: marks several reports, and does the obvious with all of them. */
export function BulkBar({ rows, selected }: BulkBarProps) {
  const t = useStaffText()
  const wide = useWide()
  const role = useSession((now) => now.account?.role)
  const { picking, numbers } = useMarked()
  const [open, setOpen] = useState<BulkChoice | null>(null)
  const order = rows.map(({ number }) => number).join()
  useEffect(() => keepOrder(order ? order.split(',') : []), [order])
  const choices = role
    ? bulkChoices(
        rows.filter(({ number }) => numbers.includes(number)),
        role,
      )
    : []
  const isOffered = role !== undefined && rows.length >= LEAST && bulkChoices(rows, role).length > 0
  const keys = {
    x: () => selected && toggleMark(selected),
    X: () => selected && markUpTo(selected),
    '*': markAll,
    b: () => choices[0] && setOpen(choices[0]),
  }
  useHotkeys(keys, wide && isOffered)
  const sheet = open && (
    <BulkSheet
      choice={open}
      onClose={(isDone) => {
        setOpen(null)
        if (isDone) endPicking()
      }}
    />
  )
  if (!isOffered && !picking) return sheet
  if (!picking)
    return (
      <Box row justify="end">
        <Button small icon="check" onClick={startPicking}>
          {t('staff.bulk.start')}
        </Button>
        {sheet}
      </Box>
    )
  return (
    <Box as="section" gap={2} label={t('staff.bulk.title')} className="staff-bulk">
      <Box row wrap gap={2} align="center" justify="between">
        <Text strong>{t('staff.bulk.marked', { n: numbers.length })}</Text>
        <Box row gap={2}>
          <Button small onClick={markAll}>
            {t('staff.bulk.all', { n: rows.length })}
          </Button>
          <Button small icon="close" onClick={endPicking}>
            {t('staff.bulk.end')}
          </Button>
        </Box>
      </Box>
      {choices.length === 0 && (
        <Text block size="small" tone="muted">
          {t('staff.bulk.hint')}
        </Text>
      )}
      <Box row wrap gap={2}>
        {choices.map((choice, index) => (
          <Button
            key={choice.action}
            small
            kind={index === 0 ? 'primary' : choice.action === 'decline' ? 'danger' : 'plain'}
            onClick={() => setOpen(choice)}
          >
            {t(`staff.bulk.do.${choice.action}`, { n: choice.rows.length })}
          </Button>
        ))}
      </Box>
      {sheet}
    </Box>
  )
}
