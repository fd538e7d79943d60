import { Box } from '@/kit/box'
import { Heading } from '@/kit/heading'
import { useText } from '@/locale/use-text'
import { useOutbox } from '@/state/outbox'
import { EntryCard, type EntryCardProps } from './entry-card'

interface OutboxListProps extends Pick<EntryCardProps, 'onReopen'> {
  /** the account of a deputy: their snapshots; absent, a resident's reports */
  deputy?: string
}

/** What has not gone out yet, and what can be done about it. */
export function OutboxList({ deputy, onReopen }: OutboxListProps) {
  const t = useText()
  const all = useOutbox((outbox) => outbox.entries)
  const entries = all.filter(({ draft }) => draft.deputy === (deputy ?? null))
  if (entries.length === 0) return null
  return (
    <Box as="section" label={t('outbox.title')} gap={3}>
      <Heading>{t('outbox.title')}</Heading>
      {entries.map((entry) => (
        <EntryCard key={entry.key} entry={entry} onReopen={onReopen} />
      ))}
    </Box>
  )
}
