import { useState } from 'react'
import { ApiError } from '@/api/api-error'
import { uploadPhoto } from '@/api/photos'
import { Banner } from '@/kit/banner'
import { BlackBoxes } from '@/kit/black-boxes'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Sheet } from '@/kit/sheet'
import { Text } from '@/kit/text'
import { blackOut } from '@/platform/black-out'
import { releasePreview } from '@/platform/image'
import { loadPicture } from '@/platform/load-picture'
import { asStaff } from '../../api/as-staff'
import { useStaffText } from '../../locale/use-staff-text'
import { BoxTools } from './box-tools'
import { useBoxes } from './use-boxes'
import './redaction.scss'

export interface RedactionSheetProps {
  /** id and address of the original */
  original: { id: string; src: string }
  /** what the photo is called on the page */
  name: string
  onClose: () => void
  onDone: (copyId: string) => void
}

/** Black boxes over a photo, and its way to the server as a copy. The original stays as it is. */
export function RedactionSheet({ original, name, onClose, onDone }: RedactionSheetProps) {
  const t = useStaffText()
  const tools = useBoxes()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const send = async () => {
    if (tools.boxes.length === 0) return setTrouble(t('staff.black.none'))
    setBusy(true)
    setTrouble(null)
    try {
      const { file, thumb, previewUrl } = await blackOut(await loadPicture(original.src), tools.boxes)
      releasePreview(previewUrl)
      const { id } = await asStaff(uploadPhoto({ file, thumb, redacts: original.id }))
      onDone(id)
    } catch (error) {
      setTrouble(error instanceof ApiError ? error.message : t('staff.black.failed'))
      setBusy(false)
    }
  }
  const title = t('staff.black.title', { name })
  return (
    <Sheet open title={title} onClose={onClose}>
      <Box gap={3}>
        <Text block tone="muted">
          {t('staff.black.hint')}
        </Text>
        <BlackBoxes
          id="black-boxes"
          src={original.src}
          label={title}
          boxes={tools.boxes}
          chosen={tools.chosen}
          nameOf={(n) => t('staff.black.box', { n })}
          onDraw={tools.add}
          onChoose={tools.choose}
          onChange={tools.change}
        />
        <BoxTools tools={tools} />
        {trouble && <Banner tone="bad">{trouble}</Banner>}
        <Button kind="primary" block icon="check" busy={busy} onClick={() => void send()}>
          {t('staff.black.done')}
        </Button>
        <Button block onClick={onClose}>
          {t('staff.form.cancel')}
        </Button>
      </Box>
    </Sheet>
  )
}
