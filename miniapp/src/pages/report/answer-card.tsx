import type { Photo, ReportAnswer } from '@shared/contract/report.ts'
import type { State } from '@shared/domain/report-state.ts'
import { PhotoGallery } from '@/components/photo-gallery/photo-gallery'
import { eventLook } from '@/components/timeline/event-words'
import { answererName, givenAnswer } from '@/components/timeline/given-answer'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { Heading } from '@/kit/heading'
import { Text } from '@/kit/text'
import { useFormat, useText } from '@/locale/use-text'
import './answer-card.scss'

/** Before these a result is not yet the answer: the reviewer may send it back. */
const ANSWERED: ReadonlySet<State> = new Set(['answered', 'closed'])

/** What one has waited for: the answer, and the photo of the trouble beside the photo of the work. */
export function AnswerCard({ answer: { report, timeline } }: { answer: ReportAnswer }) {
  const t = useText()
  const format = useFormat()
  const given = givenAnswer(timeline)
  if (!given || !ANSWERED.has(report.state)) return null
  return (
    <Card as="section" label={t('report.answer')}>
      <Box gap={3}>
        <Heading>{t('report.answer')}</Heading>
        {given.action === 'settle' && <Text block>{eventLook(given, t, format).title}</Text>}
        {given.text && (
          <Text block prose>
            {given.text}
          </Text>
        )}
        <Text block size="small" tone="muted">
          {answererName(given, report)} · {format.dateTime(given.at)}
        </Text>
        <BeforeAfter before={report.photos} after={given.photos} />
      </Box>
    </Card>
  )
}

function BeforeAfter({ before, after }: { before: readonly Photo[]; after: readonly Photo[] }) {
  const t = useText()
  if (after.length === 0) return null
  return (
    <Box className="compare">
      {before.length > 0 && (
        <Box gap={2}>
          <Text strong>{t('report.photos.before')}</Text>
          <PhotoGallery photos={before} label={t('report.photos.before')} large />
        </Box>
      )}
      <Box gap={2}>
        <Text strong>{t('report.photos.after')}</Text>
        <PhotoGallery photos={after} label={t('report.photos.after')} large />
      </Box>
    </Box>
  )
}
