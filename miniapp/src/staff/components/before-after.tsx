import type { Photo, ReportAnswer } from '@shared/contract/report.ts'
import { addressOf } from '@/api/photos'
import { PhotoGallery } from '@/components/photo-gallery/photo-gallery'
import { givenAnswer } from '@/components/timeline/given-answer'
import { BeforeAfter as Slider } from '@/kit/before-after'
import { Box } from '@/kit/box'
import { Heading } from '@/kit/heading'
import { Text } from '@/kit/text'
import { useStaffText } from '../locale/use-staff-text'

/** The photos that came with the report and those of the work done: on top of each other, and side by side. */
export function BeforeAfter({ answer }: { answer: ReportAnswer }) {
  const t = useStaffText()
  const after = givenAnswer(answer.timeline)?.photos ?? []
  const before = answer.report.photos
  if (before.length === 0 && after.length === 0) return null
  const [firstBefore, firstAfter] = [before[0], after[0]]
  return (
    <Box gap={3}>
      {firstBefore && firstAfter && (
        <Slider
          before={addressOf(firstBefore.full)}
          after={addressOf(firstAfter.full)}
          beforeLabel={t('report.photos.before')}
          afterLabel={t('report.photos.after')}
          label={t('report.photos.compare')}
        />
      )}
      <Box className="staff-compare">
        <Side title={t('report.photos.before')} photos={before} />
        <Side title={t('report.photos.after')} photos={after} />
      </Box>
    </Box>
  )
}

function Side({ title, photos }: { title: string; photos: readonly Photo[] }) {
  const t = useStaffText()
  return (
    <Box gap={2} className="staff-compare-side">
      <Heading level={3}>{title}</Heading>
      {photos.length > 0 ? (
        <PhotoGallery photos={photos} label={title} large />
      ) : (
        <Text block tone="muted">
          {t('staff.report.no-photo')}
        </Text>
      )}
    </Box>
  )
}
