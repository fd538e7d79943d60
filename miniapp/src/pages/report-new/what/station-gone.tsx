import { Banner } from '@/kit/banner'
import { Button } from '@/kit/button'
import { useText } from '@/locale/use-text'

/** The server takes nothing for this station any more: another one, and nothing written is lost. */
export function StationGone({ onChange }: { onChange: () => void }) {
  const t = useText()
  return (
    <Banner
      tone="bad"
      actions={
        <Button small onClick={onChange}>
          {t('station.other')}
        </Button>
      }
    >
      {t('report-new.station.gone')}
    </Banner>
  )
}
