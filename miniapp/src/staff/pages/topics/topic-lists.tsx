import { TOPIC_STATES, type TopicState } from '@shared/domain/topic-state.ts'
import { useState } from 'react'
import { LoadMore } from '@/components/load-more/load-more'
import { Box } from '@/kit/box'
import { EmptyState } from '@/kit/empty-state'
import { List } from '@/kit/list'
import { LoadState } from '@/kit/load-state'
import { Select } from '@/kit/select'
import { TopicRow } from '../../components/topic/topic-row'
import { useStaffText } from '../../locale/use-staff-text'
import { useTopics } from '../../state/use-topics'

/** The state that an address asks for; null when it asks for none. */
export function stateIn({ state }: Readonly<Record<string, string | undefined>>): TopicState | null {
  return TOPIC_STATES.find((one) => one === state) ?? null
}

interface TopicListsProps {
  begin: TopicState | ''
  selected?: string
  onOpen?: (id: string) => void
}

/** The problems that were taken up, latest first, of all states or one. */
export function TopicLists({ begin, selected, onOpen }: TopicListsProps) {
  const t = useStaffText()
  const [state, setState] = useState(begin)
  const query = useTopics(state)
  const rows = query.data?.pages.flatMap(({ items }) => items)
  return (
    <Box gap={4}>
      <Select
        id="topics-state"
        label={t('staff.topics.state')}
        empty={t('staff.topics.state.all')}
        value={state}
        options={TOPIC_STATES.map((one) => ({ value: one, label: t(`staff.topic.state.${one}`) }))}
        onChange={(chosen) => setState(TOPIC_STATES.find((one) => one === chosen) ?? '')}
      />
      <LoadState query={{ ...query, data: rows }} skeleton={{ look: 'list', rows: 4 }}>
        {(items) => (
          <Box gap={4}>
            {items.length === 0 && (
              <EmptyState title={t('staff.topics.empty')}>{t('staff.topics.empty.text')}</EmptyState>
            )}
            {items.length > 0 && (
              <List label={t('staff.topics.tab.topics')}>
                {items.map((topic) => (
                  <TopicRow key={topic.id} topic={topic} selected={topic.id === selected} onOpen={onOpen} />
                ))}
              </List>
            )}
            <LoadMore query={query} />
          </Box>
        )}
      </LoadState>
    </Box>
  )
}
