import type { SimilarReport } from '@shared/contract/report-join.ts'
import type { Report } from '@shared/contract/report.ts'
import { useEffect } from 'react'
import { PhotoGallery } from '@/components/photo-gallery/photo-gallery'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Heading } from '@/kit/heading'
import { LoadState } from '@/kit/load-state'
import { Sheet } from '@/kit/sheet'
import { Text } from '@/kit/text'
import { useFormat } from '@/locale/use-text'
import { focusOnId } from '@/platform/scroll'
import { useStaffText } from '../../locale/use-staff-text'
import { useStaffReport } from '../../state/use-reports'
import type { AtOnce } from '../action-form/at-once-button'
import { useAtOnce } from '../action-form/use-at-once'

interface CompareSheetProps extends AtOnce {
  similar: SimilarReport
  onClose: () => void
}

const MERGE = 'compare-merge'

/** Both reports beside each other, and the one press that says they are the same matter. */
export function CompareSheet({ similar, onClose, ...given }: CompareSheetProps) {
  const t = useStaffText()
  const format = useFormat()
  const other = useStaffReport(similar.number)
  const { busy, send } = useAtOnce(given, 'merge', { leadNumber: similar.number })
  useEffect(() => focusOnId(MERGE), [])
  const merge = () => {
    // The report goes on to be shown as merged; this sheet would hide it.
    onClose()
    send()
  }
  return (
    <Sheet open title={t('staff.similar.compare')} onClose={onClose}>
      <Box gap={4}>
        <Text block tone="muted">
          {t('staff.intro.merge')}
        </Text>
        <Box className="staff-compare">
          <Side title={t('staff.similar.this')} report={given.answer.report} />
          <LoadState query={other} skeleton={{ look: 'card' }}>
            {({ report }) => <Side title={t('staff.similar.that')} report={report} />}
          </LoadState>
        </Box>
        {similar.distance !== null && (
          <Text block strong>
            {t('staff.similar.apart', { distance: format.distance(similar.distance) })}
          </Text>
        )}
        <Button id={MERGE} kind="primary" block icon="merge" busy={busy} onClick={merge}>
          {t('staff.similar.merge')}
        </Button>
        <Button block onClick={onClose}>
          {t('staff.similar.not')}
        </Button>
      </Box>
    </Sheet>
  )
}

function Side({ title, report }: { title: string; report: Report }) {
  const t = useStaffText()
  const format = useFormat()
  const { text, address, place, createdAt, state, category, photos } = report
  const where = address ?? place?.address ?? t('staff.report.where.none')
  return (
    <Box gap={2} className="staff-compare-side">
      <Heading level={3}>{title}</Heading>
      <Text block prose>
        {text}
      </Text>
      <Text block size="small" tone="muted">
        {[category.name, where, format.dateTime(createdAt), t(`report.state.${state}`)].join(' · ')}
      </Text>
      {photos.length > 0 && <PhotoGallery photos={photos} label={title} />}
    </Box>
  )
}
