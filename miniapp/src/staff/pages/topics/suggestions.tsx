import { useState } from 'react'
import { LoadMore } from '@/components/load-more/load-more'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { EmptyState } from '@/kit/empty-state'
import { LoadState } from '@/kit/load-state'
import { SuggestionCard } from '../../components/topic/suggestion-card'
import { TopicSheet } from '../../components/topic/topic-sheet'
import { useStaffText } from '../../locale/use-staff-text'
import { useSuggestions } from '../../state/use-topics'

/** What the sweep found, card by card; and a topic that a person has found. */
export function Suggestions({ onOpened }: { onOpened: (id: string) => void }) {
  const t = useStaffText()
  const [own, setOwn] = useState(false)
  const query = useSuggestions()
  const cards = query.data?.pages.flatMap(({ items }) => items)
  return (
    <Box gap={4}>
      <LoadState query={{ ...query, data: cards }} skeleton={{ look: 'card' }}>
        {(items) => (
          <Box gap={4}>
            {items.length === 0 && (
              <EmptyState title={t('staff.topics.none')}>{t('staff.topics.none.text')}</EmptyState>
            )}
            {items.map((suggestion) => (
              <SuggestionCard key={suggestion.id} suggestion={suggestion} onOpened={onOpened} />
            ))}
            <LoadMore query={query} />
          </Box>
        )}
      </LoadState>
      <Button block icon="plus" onClick={() => setOwn(true)}>
        {t('staff.topics.own')}
      </Button>
      {own && (
        <TopicSheet
          deed="open"
          subject="own"
          about={{ category: '', district: '' }}
          onClose={() => setOwn(false)}
          onDone={({ topic }) => {
            setOwn(false)
            onOpened(topic.id)
          }}
        />
      )}
    </Box>
  )
}
