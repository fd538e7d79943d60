import type { ReportAnswer } from '@shared/contract/report.ts'
import { PhotoGallery } from '@/components/photo-gallery/photo-gallery'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { Heading } from '@/kit/heading'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'
import './before-after.scss'

/** The photo of the trouble beside the photo of the work: the answer that needs no words. */
export function BeforeAfter({ answer: { report, timeline } }: { answer: ReportAnswer }) {
  const t = useText()
  const finished = [...timeline].reverse().find(({ action, photos }) => action === 'finish' && photos.length > 0)
  if (!finished || report.photos.length === 0) return null
  return (
    <Card as="section" label={t('report.compare')}>
      <Box gap={3}>
        <Heading>{t('report.compare')}</Heading>
        <Box className="compare">
          <Box gap={2}>
            <Text strong>{t('report.photos.before')}</Text>
            <PhotoGallery photos={report.photos} label={t('report.photos.before')} large />
          </Box>
          <Box gap={2}>
            <Text strong>{t('report.photos.after')}</Text>
            <PhotoGallery photos={finished.photos} label={t('report.photos.after')} large />
          </Box>
        </Box>
      </Box>
    </Card>
  )
}
