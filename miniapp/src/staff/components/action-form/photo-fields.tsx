import type { ReportAnswer } from '@shared/contract/report.ts'
import { addressOf } from '@/api/photos'
import { PhotoGallery } from '@/components/photo-gallery/photo-gallery'
import { PhotoPicker } from '@/components/photo-picker/photo-picker'
import { Box } from '@/kit/box'
import { Checkbox } from '@/kit/checkbox'
import { Field } from '@/kit/field'
import { Picture } from '@/kit/picture'
import { Text } from '@/kit/text'
import { useStaffText } from '../../locale/use-staff-text'
import type { ActionFieldProps, SpecOf } from './field-props'

/** Photos that come with the action; for evidence the earlier ones stand beside them. */
export function EvidenceField({ spec, answer, values, set, id, error }: ActionFieldProps<SpecOf<'photos'>>) {
  const t = useStaffText()
  const { photos, evidenceRequired } = answer.report
  const words = spec.evidence ? 'staff.field.photos.evidence' : 'staff.field.photos'
  return (
    <Box gap={3}>
      {spec.evidence && photos.length > 0 && (
        <Box gap={1}>
          <Text strong>{t('report.photos.before')}</Text>
          <PhotoGallery photos={photos} label={t('report.photos.before')} />
        </Box>
      )}
      <PhotoPicker
        id={id}
        label={t(words)}
        hint={spec.evidence ? t('staff.field.photos.evidence.hint') : undefined}
        value={values.photoKeys ?? []}
        onChange={(photoKeys) => set({ photoKeys })}
        error={error}
        optional={!(spec.evidence && evidenceRequired)}
      />
    </Box>
  )
}

/** Its own photos. Those of an answer carried over belong to the lead, and are published there. */
function photosOf({ report, timeline }: ReportAnswer) {
  const own = timeline.filter(({ action }) => action !== 'settle')
  const all = [...report.photos, ...own.flatMap((event) => event.photos)]
  return all.filter((photo, index) => all.findIndex(({ id }) => id === photo.id) === index)
}

/** Which photos the public may see: none, unless ticked. */
export function PublicPhotosField({
  answer,
  values,
  set,
  id,
  error,
}: ActionFieldProps<SpecOf<'public-photos'>>) {
  const t = useStaffText()
  const photos = photosOf(answer)
  const chosen = values.publicPhotoIds ?? []
  if (photos.length === 0) return null
  const toggle = (photoId: string, checked: boolean) =>
    set({ publicPhotoIds: checked ? [...chosen, photoId] : chosen.filter((one) => one !== photoId) })
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
          <Box key={photo.id} gap={1}>
            <Picture src={addressOf(photo.full)} alt="" shape="wide" />
            <Checkbox
              id={index === 0 ? id : `${id}-${photo.id}`}
              label={t('report.photo.n', { n: index + 1 })}
              checked={chosen.includes(photo.id)}
              onChange={(checked) => toggle(photo.id, checked)}
            />
          </Box>
        ))}
      </Box>
    </Field>
  )
}
