import { lampDrawing } from '@/components/illustrations/lamp'
import { photosPerReport } from '@/components/photo-picker/photo-picker'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { Drawing } from '@/kit/drawing'
import { FilePick } from '@/kit/file-pick'
import { Text } from '@/kit/text'
import type { PickedImage } from '@/platform/image'
import { locate } from '@/platform/location'
import { keepPhotos } from '@/state/photos'
import { useStaffText } from '../../locale/use-staff-text'
import { changeSnapshot, useSnapshotDraft } from '../../state/snapshot-draft'

/** The position of the device, proposed as the place; whoever denies it picks the place by hand. */
async function proposePlace(): Promise<void> {
  const here = await locate().catch(() => null)
  if (here && !useSnapshotDraft.getState().position)
    changeSnapshot({ position: { lat: here.lat, lng: here.lng } })
}

async function begin(images: PickedImage[]): Promise<void> {
  void proposePlace()
  changeSnapshot({ photoKeys: await keepPhotos(images) })
}

/** Nothing but the camera. */
export function FirstShot() {
  const t = useStaffText()
  const pick = (images: PickedImage[]) => void begin(images)
  return (
    <Card as="section">
      <Box gap={4} align="stretch">
        <Box row justify="center">
          <Drawing drawing={lampDrawing} />
        </Box>
        <Text block>{t('staff.snapshot.lead')}</Text>
        <FilePick
          label={t('staff.snapshot.shoot')}
          kind="primary"
          source="camera"
          max={photosPerReport}
          onPick={pick}
        />
        <FilePick label={t('report.photos.album')} source="album" max={photosPerReport} onPick={pick} />
      </Box>
    </Card>
  )
}
