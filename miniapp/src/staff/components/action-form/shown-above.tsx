import type { ReportAnswer } from '@shared/contract/report.ts'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { Heading } from '@/kit/heading'
import { Text } from '@/kit/text'
import type { ShownAbove } from '../../actions/action-forms'
import { latest } from '../../actions/action-values'
import { useStaffText } from '../../locale/use-staff-text'
import { BeforeAfter } from '../before-after'

/** What must have been seen before deciding. */
export function Shown({ what, answer }: { what: ShownAbove; answer: ReportAnswer }) {
  if (what === 'before-after') return <BeforeAfter answer={answer} />
  if (what === 'answer') return <Words answer={answer} action="finish" title="staff.show.answer" />
  if (what === 'extension') return <Words answer={answer} action="extend" title="staff.show.asked" />
  return answer.report.state === 'disputed' ? (
    <Words answer={answer} action="bounce" title="staff.show.bounced" />
  ) : null
}

interface WordsProps {
  answer: ReportAnswer
  action: 'finish' | 'extend' | 'bounce'
  title: 'staff.show.answer' | 'staff.show.asked' | 'staff.show.bounced'
}

/** What the other side wrote, last time. */
function Words({ answer, action, title }: WordsProps) {
  const t = useStaffText()
  const event = latest(answer.timeline, action)
  if (!event) return null
  return (
    <Card as="section" look="tint">
      <Box gap={2}>
        <Heading level={3}>{t(title, { who: event.actor.name, n: Number(event.data.days ?? 0) })}</Heading>
        {event.text && (
          <Text block prose>
            {event.text}
          </Text>
        )}
      </Box>
    </Card>
  )
}
