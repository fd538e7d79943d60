import type { TopicEvent } from '@shared/contract/topic.ts'
import type { TopicAction } from '@shared/domain/topic-state.ts'
import { formatReportNumber } from '@shared/domain/receipt.ts'
import { Box } from '@/kit/box'
import type { IconName } from '@/kit/icon-paths'
import { Text } from '@/kit/text'
import { Timeline, type TimelineStep } from '@/kit/timeline'
import type { Tone } from '@/kit/tone'
import { useFormat } from '@/locale/use-text'
import { useStaffText } from '../../locale/use-staff-text'

const LOOKS: Partial<Record<TopicAction, { tone?: Tone; icon?: IconName }>> = {
  order: { tone: 'wait', icon: 'send' },
  send_back: { tone: 'bad', icon: 'back' },
  approve: { tone: 'good', icon: 'check' },
  drop: { tone: 'bad', icon: 'close' },
  propose: { icon: 'edit' },
}

/** What happened to a common problem, the oldest first. */
export function TopicHistory({ timeline }: { timeline: readonly TopicEvent[] }) {
  const t = useStaffText()
  const format = useFormat()
  const steps = timeline.map((event): TimelineStep => {
    const { seq, action, actor, at } = event
    const who = actor.person && actor.person !== actor.name ? `${actor.name} ${actor.person}` : actor.name
    return {
      key: seq,
      title: t(`staff.topic.event.${action}`),
      note: [who, format.dateTime(at)].filter(Boolean).join(' · '),
      state: 'done',
      ...LOOKS[action],
      content: <Content event={event} />,
    }
  })
  return <Timeline label={t('staff.topic.history')} steps={steps} />
}

function Content({ event: { action, text, data } }: { event: TopicEvent }) {
  const t = useStaffText()
  const format = useFormat()
  const numbers = Array.isArray(data.reportNumbers) ? (data.reportNumbers as string[]) : []
  const { bodyName, dueAt } = data
  return (
    <Box gap={1}>
      {typeof bodyName === 'string' && <Text block>{t('staff.topic.to', { who: bodyName })}</Text>}
      {typeof dueAt === 'string' && <Text block>{t('report.until', { date: format.date(dueAt) })}</Text>}
      {text && (
        <Text block prose>
          {text}
        </Text>
      )}
      {numbers.length > 0 && action !== 'open' && (
        <Text block size="small" tone="muted">
          {numbers.map(formatReportNumber).join('、')}
        </Text>
      )}
    </Box>
  )
}
