import type { ReportAnswer, TimelineEvent } from '@shared/contract/report.ts'
import { answererName, givenAnswer } from '@/components/timeline/given-answer'
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
  const { report, timeline } = answer
  if (what === 'before-after') return <BeforeAfter answer={answer} />
  if (what === 'answer')
    return <Words event={givenAnswer(timeline)} report={report} title="staff.show.answer" />
  if (what === 'extension')
    return <Words event={latest(timeline, 'extend')} report={report} title="staff.show.asked" />
  return report.state === 'disputed' ? (
    <Words event={latest(timeline, 'bounce')} report={report} title="staff.show.bounced" />
  ) : null
}

interface WordsProps extends Pick<ReportAnswer, 'report'> {
  event: TimelineEvent | null
  title: 'staff.show.answer' | 'staff.show.asked' | 'staff.show.bounced'
}

/** What the other side wrote, last time. */
function Words({ event, report, title }: WordsProps) {
  const t = useStaffText()
  if (!event) return null
  return (
    <Card as="section" look="tint">
      <Box gap={2}>
        <Heading level={3}>
          {t(title, { who: answererName(event, report), n: Number(event.data.days ?? 0) })}
        </Heading>
        {event.text && (
          <Text block prose>
            {event.text}
          </Text>
        )}
      </Box>
    </Card>
  )
}
