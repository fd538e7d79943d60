import { useState } from 'react'
import { addressOf } from '@/api/photos'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Checkbox } from '@/kit/checkbox'
import { Field } from '@/kit/field'
import { Picture } from '@/kit/picture'
import { Text } from '@/kit/text'
import { type Publishable, publishablePhotos, withCopy } from '../../actions/publishable-photos'
import { useStaffText } from '../../locale/use-staff-text'
import { RedactionSheet } from '../redaction/redaction-sheet'
import type { ActionFieldProps, SpecOf } from './field-props'

/** Which photos the public may see: none, unless ticked. What is shown here is what the public will see. */
export function PublicPhotosField({
  answer,
  values,
  set,
  id,
  error,
}: ActionFieldProps<SpecOf<'public-photos'>>) {
  const t = useStaffText()
  const [redacting, setRedacting] = useState<number | null>(null)
  const photos = publishablePhotos(answer, values.copies)
  const chosen = values.publicPhotoIds ?? []
  if (photos.length === 0) return null
  const toggle = (photoId: string, checked: boolean) =>
    set({ publicPhotoIds: checked ? [...chosen, photoId] : chosen.filter((one) => one !== photoId) })
  const name = (index: number) => t('report.photo.n', { n: index + 1 })
  const open = redacting === null ? undefined : photos[redacting]
  return (
    <Field
      id={id}
      group
      label={t('staff.field.photos.publish')}
      hint={t('staff.field.photos.publish.hint')}
      error={error}
    >
      <Box className="staff-pick-photos">
        {photos.map((photo, index) => (
          <Box key={photo.original.id} gap={1}>
            <Picture src={photo.src} alt="" shape="wide" />
            <Checkbox
              id={index === 0 ? id : `${id}-${photo.original.id}`}
              label={name(index)}
              checked={chosen.includes(photo.id)}
              onChange={(checked) => toggle(photo.id, checked)}
            />
            <RedactButton photo={photo} name={name(index)} onClick={() => setRedacting(index)} />
          </Box>
        ))}
      </Box>
      {redacting !== null && open && (
        <RedactionSheet
          original={{ id: open.original.id, src: addressOf(open.original.full) }}
          name={name(redacting)}
          onClose={() => setRedacting(null)}
          onDone={(copyId) => {
            set(withCopy(values, open, copyId))
            setRedacting(null)
          }}
        />
      )}
    </Field>
  )
}

function RedactButton({ photo, name, onClick }: { photo: Publishable; name: string; onClick: () => void }) {
  const t = useStaffText()
  const words = t(photo.isCopy ? 'staff.black.again' : 'staff.black.open')
  return (
    <>
      <Button small icon="edit" label={`${words} ${name}`} onClick={onClick}>
        {words}
      </Button>
      {photo.isCopy && (
        <Text block size="small" tone="good">
          {t('staff.black.shown')}
        </Text>
      )}
    </>
  )
}
