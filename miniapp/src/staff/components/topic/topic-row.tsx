import type { Topic } from '@shared/contract/topic.ts'
import { Box } from '@/kit/box'
import { ListItem } from '@/kit/list-item'
import { Text } from '@/kit/text'
import { useStaffText } from '../../locale/use-staff-text'
import { DueBadge } from '../due-badge'
import { TopicBadge } from './topic-badge'

interface TopicRowProps {
  topic: Topic
  selected?: boolean
  /** shows it beside the list; absent, the row leads to its page */
  onOpen?: (id: string) => void
}

/** A common problem in a list: what it is called, where it stands, how many it concerns, who answers. */
export function TopicRow({ topic, selected, onOpen }: TopicRowProps) {
  const t = useStaffText()
  const { id, title, state, district, category, body, reportCount, dueAt } = topic
  const way = onOpen ? { onClick: () => onOpen(id) } : { to: 'staff-topic' as const, query: { id } }
  const facts = [district?.name ?? t('staff.topic.whole-city'), category?.name, body?.name]
  return (
    <ListItem {...way} selected={selected}>
      <Box gap={1}>
        <Box row wrap gap={2} align="center" justify="between">
          <Text strong>{title}</Text>
          <Box row wrap gap={2}>
            {state === 'open' && dueAt !== null && <DueBadge dueAt={dueAt} />}
            <TopicBadge state={state} />
          </Box>
        </Box>
        <Text block size="small" tone="muted">
          {facts.filter(Boolean).join(' · ')}
        </Text>
        <Text block size="small">
          {t('staff.topic.count', { n: reportCount.all, open: reportCount.open })}
        </Text>
      </Box>
    </ListItem>
  )
}
