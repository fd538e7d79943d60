import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { TextArea } from '@/kit/text-area'
import { useStaffText } from '../../locale/use-staff-text'
import type { TextFieldSpec } from '../../actions/action-forms'
import type { ActionFieldProps } from './field-props'
import { TemplatePicker } from './template-picker'

/** Words of one's own, with ready sentences where they help. */
export function WrittenField({
  spec,
  action,
  answer,
  values,
  set,
  id,
  error,
}: ActionFieldProps<TextFieldSpec>) {
  const t = useStaffText()
  const text = values.text ?? ''
  const add = (sentence: string) => set({ text: text.trim() ? `${text.trim()}\n${sentence}` : sentence })
  return (
    <Box gap={2}>
      <TextArea
        id={id}
        label={t(spec.label)}
        hint={spec.hint && t(spec.hint)}
        value={text}
        onChange={(next) => set({ text: next })}
        rows={spec.rows ?? 4}
        max={spec.max}
        error={error}
        optional={spec.min === 0}
      />
      {spec.templates && (
        <Box row wrap gap={2} label={t('staff.field.template')}>
          {spec.templates.map((key) => (
            <Button key={key} small icon="plus" onClick={() => add(t(key))}>
              {t(key)}
            </Button>
          ))}
        </Box>
      )}
      <TemplatePicker id={id} action={action} report={answer.report} onPick={add} />
    </Box>
  )
}
