import type { Photo } from '@shared/contract/report.ts'
import { useState } from 'react'
import { addressOf } from '@/api/photos'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Picture } from '@/kit/picture'
import { Pressable } from '@/kit/pressable'
import { Sheet } from '@/kit/sheet'
import { useText } from '@/locale/use-text'
import './photo-gallery.scss'

export interface PhotoGalleryProps {
  photos: readonly Photo[]
  /** what they show: '办理前的照片' */
  label: string
  /** large: two in a row instead of as many as fit */
  large?: boolean
}

/** Thumbnails; a tap opens one large, with the way to the next. */
export function PhotoGallery({ photos, label, large }: PhotoGalleryProps) {
  const t = useText()
  const [open, setOpen] = useState<number | null>(null)
  if (photos.length === 0) return null
  const name = (index: number) => t('report.photo.name', { label, n: index + 1, total: photos.length })
  return (
    <Box className={large ? 'photos photos-large' : 'photos'}>
      {photos.map((photo, index) => (
        <Pressable
          key={photo.id}
          label={t('report.photo.enlarge', { name: name(index) })}
          onClick={() => setOpen(index)}
        >
          <Picture src={addressOf(photo.thumb)} alt={name(index)} shape="square" />
        </Pressable>
      ))}
      <Enlarged photos={photos} label={label} index={open} name={name} onMove={setOpen} />
    </Box>
  )
}

interface EnlargedProps {
  photos: readonly Photo[]
  label: string
  index: number | null
  name: (index: number) => string
  onMove: (index: number | null) => void
}

function Enlarged({ photos, label, index, name, onMove }: EnlargedProps) {
  const t = useText()
  const photo = index === null ? undefined : photos[index]
  if (index === null || !photo) return null
  return (
    <Sheet open title={name(index)} onClose={() => onMove(null)}>
      <Picture src={addressOf(photo.full)} alt={label} shape="whole" />
      {photos.length > 1 && (
        <Box row justify="between" gap={2} className="photos-turn">
          <Button icon="back" disabled={index === 0} onClick={() => onMove(index - 1)}>
            {t('report.photo.previous')}
          </Button>
          <Button icon="forward" disabled={index === photos.length - 1} onClick={() => onMove(index + 1)}>
            {t('report.photo.next')}
          </Button>
        </Box>
      )}
    </Sheet>
  )
}
