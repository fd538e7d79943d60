import type { PHOTO_LIMITS } from '@shared/contract/photo.ts'
import { useEffect } from 'react'
import { Box } from '@/kit/box'
import { Field } from '@/kit/field'
import { FilePick } from '@/kit/file-pick'
import { List } from '@/kit/list'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'
import type { PickedImage } from '@/platform/image'
import { forgetPhotos, keepPhotos, restorePhotos } from '@/state/photos'
import { PickedPhoto } from './picked-photo'
import './photo-picker.scss'

/** The compiler holds it equal to the contract; importing the contract itself would bring zod to every phone. */
export const photosPerReport: (typeof PHOTO_LIMITS)['perReport'] = 9

export interface PhotoPickerProps {
  id: string
  label: string
  /** keys of state/photos, in order: keep them in a draft or a useState */
  value: readonly string[]
  onChange: (keys: string[]) => void
  max?: number
  hint?: string
  error?: string
  optional?: boolean
  hideLabel?: boolean
}

/**
 * Camera, album, and what was chosen: each photo with its progress, a retry, removing, and its place in the order.
 * Sending begins at once; `await sentPhotoIds(keys)` gives the ids for the request, `forgetPhotos(keys)` cleans up after it.
 */
export function PhotoPicker({ id, value, onChange, max = photosPerReport, ...field }: PhotoPickerProps) {
  const t = useText()
  const left = max - value.length
  useEffect(() => {
    void restorePhotos(value)
  }, [value])
  const add = (images: PickedImage[]) => {
    void keepPhotos(images.slice(0, left)).then((keys) => onChange([...value, ...keys]))
  }
  const remove = (key: string) => {
    forgetPhotos([key])
    onChange(value.filter((one) => one !== key))
  }
  const move = (index: number, by: -1 | 1) => {
    const order = [...value]
    order.splice(index + by, 0, ...order.splice(index, 1))
    onChange(order)
  }
  return (
    <Field id={id} group {...field}>
      <Box gap={3}>
        {value.length > 0 && (
          <List bare label={t('report.photos.chosen')}>
            {value.map((key, index) => (
              <PickedPhoto
                key={key}
                photoKey={key}
                n={index + 1}
                total={value.length}
                onRemove={() => remove(key)}
                onMove={(by) => move(index, by)}
              />
            ))}
          </List>
        )}
        {left > 0 && (
          <Box className="photo-ways">
            <FilePick id={id} label={t('report.photos.take')} source="camera" max={left} onPick={add} />
            <FilePick label={t('report.photos.album')} source="album" max={left} onPick={add} />
          </Box>
        )}
        <Text block size="small" tone="muted">
          {left > 0 ? t('report.photos.left', { n: left }) : t('report.photos.full', { n: max })}
        </Text>
      </Box>
    </Field>
  )
}
