import { Banner } from '@/kit/banner'
import { useText } from '@/locale/use-text'
import { useIsOff } from '@/state/city-switches'

/** Says that the city takes no reports for now, where one would begin; nothing when it does. */
export function OpinionsTurnedOff() {
  const t = useText()
  if (!useIsOff('opinions')) return null
  return (
    <Banner tone="wait" title={t('off.opinions')}>
      {t('off.opinions.text')}
    </Banner>
  )
}
