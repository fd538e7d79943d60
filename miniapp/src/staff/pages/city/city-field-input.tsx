import type { Names } from '@shared/contract/reference.ts'
import type { CityField, CityTable } from '@shared/domain/city-tables.ts'
import { Checkbox } from '@/kit/checkbox'
import type { FieldBasics } from '@/kit/field'
import { Select } from '@/kit/select'
import { TextArea } from '@/kit/text-area'
import { TextField } from '@/kit/text-field'
import { useStaffText } from '../../locale/use-staff-text'
import { useVariableWords } from '../../components/words/use-variable-words'
import { CityReferenceInput } from './city-reference-input'
import { IconInput } from './icon-input'
import { QuestionsInput } from './questions-input'
import { useChoiceWords } from '../../components/words/use-choice-words'
import { useFieldHint } from './use-field-hint'

export const cityFieldId = (name: string) => `city-${name}`

/** Characters; longer texts get several lines. */
const LONG = 200

interface CityFieldInputProps {
  table: CityTable
  field: CityField
  /** as it stands in a cell of the CSV */
  value: string
  /** what codes stand for, as the list said */
  names: Names
  /** the row's district; '' when it has none */
  district: string
  error: string | undefined
  onChange: (value: string) => void
}

/** The control that a column asks for. */
export function CityFieldInput({
  table,
  field,
  value,
  names,
  district,
  error,
  onChange,
}: CityFieldInputProps) {
  const t = useStaffText()
  const choice = useChoiceWords()
  const hintOf = useFieldHint(table)
  const { name, kind, optional = false, choices = [] } = field
  const hint = hintOf(field)
  const basics = {
    id: cityFieldId(name),
    label: t(`staff.city.field.${name as 'name'}`),
    ...(hint !== undefined && { hint }),
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
    case 'text':
      if (field.refers)
        return <CityReferenceInput {...basics} field={field} names={names} district={district} />
      return <TextInput {...basics} field={field} />
    default:
      return <TextField {...basics} type={kind === 'whole' ? 'numeric' : 'text'} autoComplete="off" />
  }
}

interface TextInputProps extends FieldBasics, Pick<CityFieldInputProps, 'field' | 'value' | 'onChange'> {}

function TextInput({ field: { name, most = 0 }, ...basics }: TextInputProps) {
  if (name === 'icon') return <IconInput {...basics} />
  // Whole sentences; what may stand in them is said above.
  return most > LONG ? <SentencesInput {...basics} /> : <TextField {...basics} autoComplete="off" />
}

type SentencesInputProps = FieldBasics & Pick<CityFieldInputProps, 'value' | 'onChange'>

/** Ready words, with their variables as people read them. */
function SentencesInput({ value, onChange, ...basics }: SentencesInputProps) {
  const t = useStaffText()
  const words = useVariableWords()
  return (
    <TextArea
      {...basics}
      hint={t('staff.city.template.variables', { names: words.all.join(' ') })}
      rows={4}
      value={words.shown(value)}
      onChange={(typed) => onChange(words.kept(typed))}
    />
  )
}
