import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Checkbox } from '@/kit/checkbox'
import { Disclosure } from '@/kit/disclosure'
import { Select } from '@/kit/select'
import { TextField } from '@/kit/text-field'
import { useStaffText } from '../../locale/use-staff-text'
import {
  NAMES,
  NEW_OPTION,
  ofType,
  type Option,
  type Question,
  QUESTION_TYPES,
  replaceAt,
  withoutAt,
} from './questions'

interface QuestionEditorProps {
  id: string
  /** 1 is the first */
  number: number
  question: Question
  onChange: (question: Question) => void
  onRemove: () => void
}

/** One question: what is asked in each language, how it is answered, and whether it must be. */
export function QuestionEditor({ id, number, question, onChange, onRemove }: QuestionEditorProps) {
  const t = useStaffText()
  const { options = [] } = question
  return (
    <Disclosure
      title={t('staff.question.of', { n: number, label: question.label || t('staff.question.new') })}
      startOpen={question.label === ''}
    >
      <Box gap={3}>
        <Names id={id} value={question} onChange={(names) => onChange({ ...question, ...names })} />
        <Select
          id={`${id}-type`}
          label={t('staff.question.type')}
          value={question.type}
          options={QUESTION_TYPES.map((type) => ({ value: type, label: t(`staff.question.type.${type}`) }))}
          onChange={(chosen) =>
            onChange(ofType(question, QUESTION_TYPES.find((type) => type === chosen) ?? question.type))
          }
        />
        <Checkbox
          id={`${id}-required`}
          label={t('staff.question.required')}
          checked={question.required}
          onChange={(required) => onChange({ ...question, required })}
        />
        {question.type === 'choice' && (
          <Options
            id={id}
            options={options}
            onChange={(changed) => onChange({ ...question, options: changed })}
          />
        )}
        <Button kind="ghost" icon="close" onClick={onRemove}>
          {t('staff.question.remove', { n: number })}
        </Button>
      </Box>
    </Disclosure>
  )
}

interface OptionsProps {
  id: string
  options: readonly Option[]
  onChange: (options: Option[]) => void
}

function Options({ id, options, onChange }: OptionsProps) {
  const t = useStaffText()
  return (
    <>
      {options.map((option, at) => (
        // An option that is being written has nothing of its own yet but its place.
        // oxlint-disable-next-line react/no-array-index-key
        <Box as="section" key={at} label={t('staff.question.option', { n: at + 1 })} gap={2}>
          <Names
            id={`${id}-option-${at}`}
            number={at + 1}
            value={option}
            onChange={(names) => onChange(replaceAt(options, at, names))}
          />
          <Button kind="ghost" small icon="close" onClick={() => onChange(withoutAt(options, at))}>
            {t('staff.question.option.remove', { n: at + 1 })}
          </Button>
        </Box>
      ))}
      <Button icon="plus" onClick={() => onChange([...options, NEW_OPTION])}>
        {t('staff.question.option.add')}
      </Button>
    </>
  )
}

interface NamesProps {
  id: string
  /** of an option; absent for the question itself */
  number?: number
  value: Option
  onChange: (names: Option) => void
}

/** Its code and what it is called in the three languages. */
function Names({ id, number, value, onChange }: NamesProps) {
  const t = useStaffText()
  const { code, label, labelHant, labelEn } = value
  const names = { code, label, labelHant, labelEn }
  const of = number === undefined ? '' : `${t('staff.question.option', { n: number })} · `
  return (
    <Box className="staff-filter">
      {NAMES.map((name) => (
        <TextField
          key={name}
          id={`${id}-${name}`}
          label={`${of}${t(`staff.question.${name}`)}`}
          autoComplete="off"
          value={names[name]}
          onChange={(words) => onChange({ ...names, [name]: words })}
        />
      ))}
    </Box>
  )
}
