import type { ReportRow } from '@shared/contract/report.ts'
import { Checkbox } from '@/kit/checkbox'
import { useStaffText } from '../../locale/use-staff-text'
import { markUpTo, toggleMark, useMarked } from '../../state/marked'

const SHOWN = 24

/** The box before a row; with the shift key it marks everything up to there. */
export function MarkBox({ row: { number, text } }: { row: ReportRow }) {
  const t = useStaffText()
  const isMarked = useMarked(({ numbers }) => numbers.includes(number))
  return (
    <Checkbox
      id={`mark-${number}`}
      label={t('staff.bulk.mark', { what: [...text].slice(0, SHOWN).join('') })}
      hideLabel
      checked={isMarked}
      onChange={(_checked, withShift) => (withShift ? markUpTo(number) : toggleMark(number))}
    />
  )
}
