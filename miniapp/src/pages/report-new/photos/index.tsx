import { PhotoPicker } from '@/components/photo-picker/photo-picker'
import { useText } from '@/locale/use-text'
import { StepFrame } from '../form/step-frame'
import { useStep } from '../form/use-step'

/** The third question: photos. They begin to travel while the rest is still being written. */
export default function PhotosPage() {
  const t = useText()
  const state = useStep('photos')
  const { draft, change, errorOf } = state
  const hint =
    draft.photos.length === 0
      ? `${t('report-new.photos.none')}${t('report-new.photos.hint')}`
      : t('report-new.photos.hint')
  return (
    <StepFrame step="photos" state={state}>
      <PhotoPicker
        id="photos"
        label={t('report-new.photos.label')}
        hint={hint}
        value={draft.photos}
        onChange={(photos) => change({ photos })}
        error={errorOf('photos')}
      />
    </StepFrame>
  )
}
