import { useEffect } from 'react'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { LiveRegion } from '@/kit/live-region'
import { Progress } from '@/kit/progress'
import { Text } from '@/kit/text'
import { focusOnId } from '@/platform/scroll'
import type { Outcome } from '../../actions/bulk'
import { type StaffTranslate, useStaffText } from '../../locale/use-staff-text'
import type { BulkStep } from '../../state/use-bulk-run'

interface BulkResultsProps {
  steps: readonly BulkStep[]
  outcomes: Readonly<Record<string, Outcome>>
  busy: boolean
}

const RESULT = 'bulk-result'

/** How far it is, and of each report how it went; what did not succeed comes first. */
export function BulkResults({ steps, outcomes, busy }: BulkResultsProps) {
  const t = useStaffText()
  const kindOf = ({ row }: BulkStep) => outcomes[row.number]?.kind ?? 'waiting'
  const count = (kind: Outcome['kind']) => steps.filter((step) => kindOf(step) === kind).length
  const [done, refused, unknown] = [count('done'), count('refused'), count('unknown')]
  const answered = steps.length - count('waiting')
  const words = busy
    ? t('staff.bulk.going', { n: answered, all: steps.length })
    : t('staff.bulk.result', { done, refused, unknown })
  // The button that began it is gone.
  useEffect(() => focusOnId(RESULT), [])
  const order: Outcome['kind'][] = ['refused', 'unknown', 'waiting', 'done']
  const sorted = steps.toSorted((a, b) => order.indexOf(kindOf(a)) - order.indexOf(kindOf(b)))
  return (
    <Box gap={3} id={RESULT} className="staff-focus">
      <Progress value={answered / steps.length} label={t('staff.bulk.title')} />
      {busy ? (
        <Text block>{words}</Text>
      ) : (
        <Banner tone={refused + unknown > 0 ? 'wait' : 'good'} announce={false} title={words} />
      )}
      <LiveRegion message={busy ? '' : words} />
      <List label={t('staff.bulk.what')}>
        {sorted.map(({ row }) => (
          <ListItem
            key={row.number}
            title={<Text className="staff-row-text">{row.text}</Text>}
            note={outcomeWords(outcomes[row.number], t)}
          />
        ))}
      </List>
    </Box>
  )
}

function outcomeWords(outcome: Outcome | undefined, t: StaffTranslate): string {
  const { kind, message = '' } = { kind: 'waiting', ...outcome } as Outcome & { message?: string }
  return t(`staff.bulk.outcome.${kind}`, { why: message })
}
