import { useState } from 'react'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Picture } from '@/kit/picture'
import { Sheet } from '@/kit/sheet'
import type { CanvasPicture } from '@/platform/canvas-picture'
import './picture-sheet.scss'

export interface PictureSheetProps {
  picture: CanvasPicture
  /** of the file */
  name: string
  title: string
  /** what the picture shows */
  alt: string
  /** the words of the button, and of what came of it */
  save: string
  saved: string
  failed: string
  onClose: () => void
}

/** A picture that was just drawn, to be looked at and kept. */
export function PictureSheet({ picture, name, title, alt, save, saved, failed, onClose }: PictureSheetProps) {
  const [isSaved, setSaved] = useState<boolean | null>(null)
  const keep = (
    <Button kind="primary" block icon="download" onClick={() => void picture.save(name).then(setSaved)}>
      {save}
    </Button>
  )
  return (
    <Sheet open title={title} onClose={onClose} actions={keep}>
      <Box gap={3}>
        {isSaved !== null && <Banner tone={isSaved ? 'good' : 'wait'}>{isSaved ? saved : failed}</Banner>}
        <Picture src={picture.url} alt={alt} shape="whole" className="drawn-picture" />
      </Box>
    </Sheet>
  )
}
