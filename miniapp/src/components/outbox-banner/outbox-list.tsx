import { Box } from '@/kit/box'
import { Heading } from '@/kit/heading'
import { useText } from '@/locale/use-text'
import { useOutbox } from '@/state/outbox'
import { EntryCard } from './entry-card'

/** What has not gone out yet, and what can be done about it. */
export function OutboxList() {
  const t = useText()
  const entries = useOutbox((outbox) => outbox.entries)
  if (entries.length === 0) return null
  return (
    <Box as="section" label={t('outbox.title')} gap={3}>
      <Heading>{t('outbox.title')}</Heading>
      {entries.map((entry) => (
        <EntryCard key={entry.key} entry={entry} />
      ))}
    </Box>
  )
}
