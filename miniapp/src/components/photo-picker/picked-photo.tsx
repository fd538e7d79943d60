import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { ListItem } from '@/kit/list-item'
import { LiveRegion } from '@/kit/live-region'
import { Picture } from '@/kit/picture'
import { Progress } from '@/kit/progress'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'
import { type KeptPhoto, retryPhoto, usePhotos } from '@/state/photos'

interface PickedPhotoProps {
  photoKey: string
  /** 1..total */
  n: number
  total: number
  onRemove: () => void
  onMove: (by: -1 | 1) => void
}

/** One chosen photo: how far it is, and what can be done with it. */
export function PickedPhoto({ photoKey, n, total, onRemove, onMove }: PickedPhotoProps) {
  const t = useText()
  const photo = usePhotos((photos) => photos[photoKey])
  if (!photo) return null
  const name = t('report.photo.n', { n })
  return (
    <ListItem className="picked">
      <Box className="picked-row">
        <Box className="picked-picture">
          {photo.previewUrl && <Picture src={photo.previewUrl} alt={name} shape="square" />}
        </Box>
        <Box grow gap={1}>
          <Text strong>{name}</Text>
          <Sending photo={photo} name={name} />
          <Box row wrap gap={1} className="picked-deeds">
            {photo.status === 'failed' && (
              <Button
                small
                icon="refresh"
                label={`${t('common.retry')} ${name}`}
                onClick={() => retryPhoto(photoKey)}
              >
                {t('common.retry')}
              </Button>
            )}
            {n > 1 && (
              <Button
                small
                kind="ghost"
                label={t('report.photo.forward.of', { name })}
                onClick={() => onMove(-1)}
              >
                {t('report.photo.forward')}
              </Button>
            )}
            {n < total && (
              <Button
                small
                kind="ghost"
                label={t('report.photo.backward.of', { name })}
                onClick={() => onMove(1)}
              >
                {t('report.photo.backward')}
              </Button>
            )}
            <Button small kind="ghost" label={t('report.photo.remove.of', { name })} onClick={onRemove}>
              {t('report.photo.remove')}
            </Button>
          </Box>
        </Box>
      </Box>
    </ListItem>
  )
}

function Sending({ photo, name }: { photo: KeptPhoto; name: string }) {
  const t = useText()
  const words = t(`report.photo.${photo.status}`)
  const failed = photo.status === 'failed' || photo.status === 'lost'
  return (
    <>
      {photo.status === 'sending' && <Progress value={photo.progress} label={`${name} ${words}`} />}
      <Text size="small" tone={failed ? 'bad' : photo.status === 'sent' ? 'good' : 'muted'}>
        {failed && photo.message ? photo.message : words}
      </Text>
      <LiveRegion message={failed ? `${name} ${words}` : ''} urgent />
    </>
  )
}
