import { DECLINE_REASONS } from '@shared/domain/report-state.ts'
import { Box } from '@/kit/box'
import { Select } from '@/kit/select'
import { Text } from '@/kit/text'
import { TextArea } from '@/kit/text-area'
import { useStaffText } from '../../locale/use-staff-text'
import { useDeclineWords } from './use-bulk-plan'

/** The one reason for all of them, with the advice that each reporter will read. */
export function DeclineFields({ errors }: { errors: readonly { id: string; message: string }[] }) {
  const t = useStaffText()
  const { values, set } = useDeclineWords()
  const errorOf = (id: string) => errors.find((error) => error.id === id)?.message
  return (
    <Box gap={3}>
      <Select
        id="bulk-reason"
        label={t('staff.field.reason')}
        value={values.reason ?? ''}
        options={DECLINE_REASONS.map((reason) => ({ value: reason, label: t(`report.decline.${reason}`) }))}
        onChange={(reason) => set({ reason: DECLINE_REASONS.find((one) => one === reason) })}
        error={errorOf('bulk-reason')}
      />
      {values.reason && (
        <Text block size="small" tone="muted">
          {t(`report.decline.${values.reason}.instead`)}
        </Text>
      )}
      <TextArea
        id="bulk-text"
        label={t('staff.field.text.decline')}
        value={values.text ?? ''}
        onChange={(text) => set({ text })}
        rows={3}
        max={1000}
        error={errorOf('bulk-text')}
        optional={values.reason !== 'other'}
      />
    </Box>
  )
}
