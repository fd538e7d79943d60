import { TEMPLATE_VARIABLES } from '@shared/domain/answer-template.ts'
import type { CityField } from '@shared/domain/city-tables.ts'
import { Checkbox } from '@/kit/checkbox'
import { Select } from '@/kit/select'
import { TextArea } from '@/kit/text-area'
import { TextField } from '@/kit/text-field'
import { useStaffText } from '../../locale/use-staff-text'
import { QuestionsInput } from './questions-input'
import { useChoiceWords } from './use-choice-words'

export const cityFieldId = (name: string) => `city-${name}`

/** Characters; longer texts get several lines. */
const LONG = 200
const names = TEMPLATE_VARIABLES.map((name) => `{${name}}`).join(' ')

interface CityFieldInputProps {
  field: CityField
  /** as it stands in a cell of the CSV */
  value: string
  error: string | undefined
  onChange: (value: string) => void
}

/** The control that a column asks for. */
export function CityFieldInput({ field, value, error, onChange }: CityFieldInputProps) {
  const t = useStaffText()
  const choice = useChoiceWords()
  const { name, kind, optional = false, choices = [], refers, most = 0 } = field
  const basics = {
    id: cityFieldId(name),
    label: t(`staff.city.field.${name as 'name'}`),
    value,
    error,
    optional,
    onChange,
  }
  switch (kind) {
    case 'flag':
      return (
        <Checkbox
          id={basics.id}
          label={basics.label}
          checked={value === 'true'}
          error={error}
          onChange={(checked) => onChange(String(checked))}
        />
      )
    case 'choice':
      return <Select {...basics} options={choices.map((one) => ({ value: one, label: choice(one) }))} />
    case 'words':
      return <TextArea {...basics} hint={t('staff.city.words')} rows={2} />
    case 'questions':
      return <QuestionsInput {...basics} />
    default:
      // Whole sentences; what may stand in them is said below.
      if (kind === 'text' && most > LONG)
        return <TextArea {...basics} hint={t('staff.city.template.variables', { names })} rows={4} />
      return (
        <TextField
          {...basics}
          hint={refers ? t(`staff.city.refers.${refers}`) : undefined}
          type={kind === 'whole' ? 'numeric' : 'text'}
          autoComplete="off"
        />
      )
  }
}
