import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { LiveRegion } from '@/kit/live-region'
import { useStaffText } from '../locale/use-staff-text'

interface NewItemsProps {
  n: number
  onShow: () => void
}

/** Something has come while the list was open. Nothing moves under the hand: it is shown when asked for. */
export function NewItems({ n, onShow }: NewItemsProps) {
  const t = useStaffText()
  const words = t('staff.news', { n })
  return (
    <>
      <LiveRegion message={n > 0 ? words : ''} />
      {n > 0 && (
        <Box className="staff-news">
          <Button small kind="primary" icon="refresh" onClick={onShow}>
            {t('staff.news.show', { n })}
          </Button>
        </Box>
      )}
    </>
  )
}
