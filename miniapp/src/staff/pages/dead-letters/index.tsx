import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import type { DeadLetter } from '@shared/contract/dead-letter.ts'
import type { Names } from '@shared/contract/reference.ts'
import { formatReportNumber } from '@shared/domain/receipt.ts'
import { useState } from 'react'
import { ApiError } from '@/api/api-error'
import { emptyInboxDrawing } from '@/components/illustrations/empty-inbox'
import { LoadMore } from '@/components/load-more/load-more'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { EmptyState } from '@/kit/empty-state'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { LoadState } from '@/kit/load-state'
import { Text } from '@/kit/text'
import { useFormat } from '@/locale/use-text'
import { listDeadLetters, retryDeadLetter } from '../../api/configuration'
import { AdminPage } from '../../components/admin-page'
import { mergedNames } from '../../components/reference/merged-names'
import { useWebhookWords } from '../../components/words/use-webhook-words'
import { useStaffText } from '../../locale/use-staff-text'
import { useLocale } from '../../state/use-locale'
import { useLetterWords } from './use-letter-words'

const KEY = ['staff', 'dead-letters']

/** Notices that nobody tries to deliver any more, and the way to try once more. */
export default function DeadLettersPage() {
  const t = useStaffText()
  return (
    <AdminPage title={t('staff.dead.title')} lead={t('staff.dead.lead')} here="staff-dead-letters">
      {() => <DeadLetters />}
    </AdminPage>
  )
}

function DeadLetters() {
  const t = useStaffText()
  const queries = useQueryClient()
  const locale = useLocale()
  const [busy, setBusy] = useState('')
  const [told, setTold] = useState<{ tone: 'good' | 'bad'; words: string } | null>(null)
  const query = useInfiniteQuery({
    queryKey: [...KEY, locale],
    queryFn: ({ pageParam, signal }) => listDeadLetters(pageParam, signal),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  })
  const names = mergedNames(query.data?.pages ?? [])
  const letters = query.data?.pages.flatMap(({ items }) => items)
  const retry = async ({ id }: DeadLetter) => {
    setBusy(id)
    try {
      await retryDeadLetter(id)
      setTold({ tone: 'good', words: t('staff.dead.retried') })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setTold({ tone: 'bad', words: error.message })
    } finally {
      setBusy('')
      await queries.invalidateQueries({ queryKey: KEY })
    }
  }
  return (
    <Box gap={4}>
      {told && <Banner tone={told.tone}>{told.words}</Banner>}
      <LoadState query={{ ...query, data: letters }} skeleton={{ look: 'list', rows: 4 }}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState drawing={emptyInboxDrawing} title={t('staff.dead.none')}>
              {t('staff.dead.none.text')}
            </EmptyState>
          ) : (
            <Box gap={4}>
              <List label={t('staff.dead.title')}>
                {items.map((letter) => (
                  <ListItem key={letter.id}>
                    <Letter
                      letter={letter}
                      names={names}
                      busy={busy === letter.id}
                      onRetry={() => void retry(letter)}
                    />
                  </ListItem>
                ))}
              </List>
              <LoadMore query={query} />
            </Box>
          )
        }
      </LoadState>
    </Box>
  )
}

interface LetterProps {
  letter: DeadLetter
  names: Names
  busy: boolean
  onRetry: () => void
}

function Letter({ letter, names, busy, onRetry }: LetterProps) {
  const t = useStaffText()
  const format = useFormat()
  const words = useLetterWords(names)
  const hooks = useWebhookWords()
  const { reportNumber, attempts, lastError, deadAt } = letter
  const number = formatReportNumber(reportNumber)
  return (
    <Box gap={2}>
      <Text strong>{t('staff.dead.of', { number })}</Text>
      <Text block size="small" tone="muted">
        {t('staff.dead.facts', {
          channel: words.channel(letter),
          recipient: words.recipient(letter),
          n: attempts,
          date: format.dateTime(deadAt),
        })}
      </Text>
      {lastError && (
        <Text block size="small">
          {t('staff.dead.error', { error: hooks.problem(lastError) })}
        </Text>
      )}
      <Box row>
        <Button
          small
          icon="refresh"
          busy={busy}
          label={`${t('staff.dead.retry')} ${number}`}
          onClick={onRetry}
        >
          {t('staff.dead.retry')}
        </Button>
      </Box>
    </Box>
  )
}
