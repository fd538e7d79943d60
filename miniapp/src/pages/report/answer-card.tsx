import type { Photo, Report, ReportAnswer, TimelineEvent } from '@shared/contract/report.ts'
import type { State } from '@shared/domain/report-state.ts'
import { addressOf } from '@/api/photos'
import { PhotoGallery } from '@/components/photo-gallery/photo-gallery'
import { ReadAloud } from '@/components/read-aloud/read-aloud'
import { eventLook } from '@/components/timeline/event-words'
import { answererName, answersOf } from '@/components/timeline/given-answer'
import { BeforeAfter } from '@/kit/before-after'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { Disclosure } from '@/kit/disclosure'
import { Heading } from '@/kit/heading'
import { Text } from '@/kit/text'
import { useFormat, useText } from '@/locale/use-text'
import './answer-card.scss'

/** Before these a result is not yet the answer: the reviewer may send it back. */
const ANSWERED: ReadonlySet<State> = new Set(['answered', 'closed'])

/** What one has waited for: the answer, the trouble beside the work, and what was answered before. */
export function AnswerCard({ answer: { report, timeline } }: { answer: ReportAnswer }) {
  const t = useText()
  const answers = answersOf(timeline)
  // In a second round the first answer is worth reading also while the next is not there yet.
  const isThere = ANSWERED.has(report.state)
  const given = isThere ? answers.at(-1) : undefined
  const earlier = isThere ? answers.slice(0, -1) : answers.slice(0, report.round - 1)
  if (!given && earlier.length === 0) return null
  return (
    <Card as="section" label={t('report.answer')}>
      <Box gap={3}>
        {given && (
          <>
            <Box row wrap gap={2} align="center" justify="between">
              <Heading>{t('report.answer')}</Heading>
              {given.text && <ReadAloud text={given.text} />}
            </Box>
            <Given given={given} report={report} />
            <WorkShown before={report.photos} after={given.photos} />
          </>
        )}
        {earlier.length > 0 && (
          <Disclosure title={t('report.answer.earlier', { n: earlier.length })}>
            <Box gap={4}>
              {earlier.map((event) => (
                <Box key={event.seq} gap={2}>
                  <Given given={event} report={report} />
                  <PhotoGallery photos={event.photos} label={t('report.photos.after')} />
                </Box>
              ))}
            </Box>
          </Disclosure>
        )}
      </Box>
    </Card>
  )
}

/** Its words, who gave it, and when. */
function Given({ given, report }: { given: TimelineEvent; report: Report }) {
  const t = useText()
  const format = useFormat()
  return (
    <>
      {given.action === 'settle' && <Text block>{eventLook(given, t, format).title}</Text>}
      {given.text && (
        <Text block prose>
          {given.text}
        </Text>
      )}
      <Text block size="small" tone="muted">
        {answererName(given, report)} · {format.dateTime(given.at)}
      </Text>
    </>
  )
}

/** The first photo of each on top of the other, all of them below. */
function WorkShown({ before, after }: { before: readonly Photo[]; after: readonly Photo[] }) {
  const t = useText()
  const [firstBefore, firstAfter] = [before[0], after[0]]
  if (!firstAfter) return null
  return (
    <Box gap={3}>
      {firstBefore && (
        <BeforeAfter
          before={addressOf(firstBefore.full)}
          after={addressOf(firstAfter.full)}
          beforeLabel={t('report.photos.before')}
          afterLabel={t('report.photos.after')}
          label={t('report.photos.compare')}
        />
      )}
      <PhotoGallery photos={after} label={t('report.photos.after')} />
    </Box>
  )
}
