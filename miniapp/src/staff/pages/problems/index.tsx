import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { emptyInboxDrawing } from '@/components/illustrations/empty-inbox'
import { LoadMore } from '@/components/load-more/load-more'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { EmptyState } from '@/kit/empty-state'
import { Heading } from '@/kit/heading'
import { LoadState } from '@/kit/load-state'
import { useQuery } from '@/platform/navigation'
import { listProblemNotes } from '../../api/deputy'
import { DeputyPage } from '../../components/deputy-page'
import { useStaffText } from '../../locale/use-staff-text'
import { useLocale } from '../../state/use-locale'
import { NoteCard } from './note-card'
import { NoteForm } from './note-form'

const KEY = ['staff', 'problem-notes']

/** What several people have met: told to the supervisor, and what they made of it. */
export default function ProblemsPage() {
  const t = useStaffText()
  return (
    <DeputyPage title={t('staff.problem.title')} lead={t('staff.problem.lead')} here="staff-problems">
      {() => <Problems />}
    </DeputyPage>
  )
}

function Problems() {
  const t = useStaffText()
  const queries = useQueryClient()
  // The report whose page led here.
  const { report = '' } = useQuery()
  const [done, setDone] = useState(false)
  const noted = () => {
    setDone(true)
    void queries.invalidateQueries({ queryKey: KEY })
  }
  return (
    <Box gap={4}>
      {done && (
        <Banner tone="good" title={t('staff.problem.done')}>
          {t('staff.problem.done.text')}
        </Banner>
      )}
      <NoteForm key={String(done)} first={done ? '' : report} onDone={noted} onBegin={() => setDone(false)} />
      <Mine />
    </Box>
  )
}

function Mine() {
  const t = useStaffText()
  const locale = useLocale()
  const query = useInfiniteQuery({
    queryKey: [...KEY, locale],
    queryFn: ({ pageParam, signal }) => listProblemNotes(pageParam, signal),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  })
  const notes = query.data?.pages.flatMap(({ items }) => items)
  return (
    <Box as="section" label={t('staff.problem.mine')} gap={3}>
      <Heading>{t('staff.problem.mine')}</Heading>
      <LoadState query={{ ...query, data: notes }} skeleton={{ look: 'list', rows: 3 }}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState drawing={emptyInboxDrawing} title={t('staff.problem.none')}>
              {t('staff.problem.none.text')}
            </EmptyState>
          ) : (
            <Box gap={3}>
              {items.map((note) => (
                <NoteCard key={note.id} note={note} />
              ))}
              <LoadMore query={query} />
            </Box>
          )
        }
      </LoadState>
    </Box>
  )
}
