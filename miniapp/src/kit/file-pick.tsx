import { useState } from 'react'
import { useText } from '@/locale/use-text'
import { type ImageSource, type PickedImage, pickImages } from '@/platform/image'
import { UnreadableImage } from '@/platform/unreadable-image'
import { Banner } from './banner'
import { Button, type ButtonProps } from './button'

export interface FilePickProps {
  id?: string
  /** the words on the button */
  label: string
  /** how many may still be added */
  max?: number
  source?: ImageSource
  kind?: ButtonProps['kind']
  disabled?: boolean
  onPick: (images: PickedImage[]) => void
}

/** Opens camera or album; hands back what was chosen, already scaled down. Pure composition: one file serves both targets. */
export function FilePick({
  id,
  label,
  max = 1,
  source = 'both',
  kind = 'plain',
  disabled,
  onPick,
}: FilePickProps) {
  const t = useText()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const pick = async () => {
    setFailed(false)
    setBusy(true)
    try {
      const images = await pickImages(max, source)
      if (images.length > 0) onPick(images)
    } catch (error) {
      if (!(error instanceof UnreadableImage)) throw error
      setFailed(true)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button
        id={id}
        kind={kind}
        block
        icon={source === 'album' ? 'photo' : 'camera'}
        busy={busy}
        disabled={disabled}
        onClick={() => void pick()}
      >
        {label}
      </Button>
      {failed && <Banner tone="bad">{t('image.unreadable')}</Banner>}
    </>
  )
}
