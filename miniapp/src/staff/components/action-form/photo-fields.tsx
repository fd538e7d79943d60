import { PhotoGallery } from '@/components/photo-gallery/photo-gallery'
import { PhotoPicker } from '@/components/photo-picker/photo-picker'
import { Box } from '@/kit/box'
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
