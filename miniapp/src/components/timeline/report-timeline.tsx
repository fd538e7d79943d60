import type { Report, TimelineEvent } from '@shared/contract/report.ts'
import { stillOwed } from '@/components/status-badge/still-owed'
import { Badge } from '@/kit/badge'
import { Box } from '@/kit/box'
import { Text } from '@/kit/text'
import { Timeline, type TimelineStep } from '@/kit/timeline'
import { useFormat, useText } from '@/locale/use-text'
import { EventContent } from './event-content'
import { eventLook } from './event-words'
import './report-timeline.scss'

export interface ReportTimelineProps {
  timeline: readonly TimelineEvent[]
  /** whose turn it is now and until when: the last step of the line; absent, the line ends with the last event */
  now?: Pick<Report, 'state' | 'holder' | 'dueAt'>
}

/**
 * A report's events along one line, the oldest first, the present at the end. Shows what it is given: internal notes
 * and the names of persons are there for staff only, because only staff receive them.
 */
export function ReportTimeline({ timeline, now }: ReportTimelineProps) {
  const t = useText()
  const format = useFormat()
  const present = usePresent(now)
  const steps = timeline.map((event): TimelineStep => {
    const { title, tone, icon } = eventLook(event, t, format)
    return {
      key: event.seq,
      title: event.internal ? <InternalTitle title={title} /> : title,
      note: <EventNote event={event} />,
      state: 'done',
      tone,
      icon,
      content: <EventContent event={event} />,
    }
  })
  return <Timeline label={t('report.timeline')} steps={present ? [...steps, present] : steps} />
}

function InternalTitle({ title }: { title: string }) {
  const t = useText()
  return (
    <Box row wrap gap={2} align="center">
      <Text strong>{title}</Text>
      <Badge tone="wait">{t('report.event.internal')}</Badge>
    </Box>
  )
}

function EventNote({ event: { actor, at } }: { event: TimelineEvent }) {
  const format = useFormat()
  const who = actor.person && actor.person !== actor.name ? `${actor.name} ${actor.person}` : actor.name
  return <>{who ? `${who} · ${format.dateTime(at)}` : format.dateTime(at)}</>
}

function usePresent(now: ReportTimelineProps['now']): TimelineStep | null {
  const t = useText()
  const format = useFormat()
  if (!now || !stillOwed(now.state)) return null
  const { state, holder, dueAt } = now
  return {
    key: 'now',
    title: t(`report.now.${state}`, { name: holder?.name ?? '' }),
    note: dueAt ? `${t('report.until', { date: format.date(dueAt) })} · ${format.left(dueAt)}` : undefined,
    state: 'now',
  }
}
