import type { CategoryQuestion } from '@shared/contract/category.ts'
import { Choice } from '@/kit/choice'
import { TextField } from '@/kit/text-field'
import { useStaffText } from '../../locale/use-staff-text'
import { changeSnapshot, useSnapshotDraft } from '../../state/snapshot-draft'
import { useSnapshotCategory } from './use-snapshot'

interface QuestionFieldsProps {
  idOf: (name: string) => string
  errors: Record<string, string>
}

/** Only what the category cannot do without: a snapshot is quick. */
export function QuestionFields({ idOf, errors }: QuestionFieldsProps) {
  const { category } = useSnapshotCategory()
  const required = category?.questions.filter((question) => question.required) ?? []
  return (
    <>
      {required.map((question) => {
        const name = `answers.${question.code}`
        return <Question key={question.code} question={question} id={idOf(name)} error={errors[name]} />
      })}
    </>
  )
}

function Question({ question, id, error }: { question: CategoryQuestion; id: string; error?: string }) {
  const t = useStaffText()
  const { code, label, type, options } = question
  const answer = useSnapshotDraft((draft) => draft.answers[code])
  const set = (value: string | boolean) =>
    changeSnapshot({ answers: { ...useSnapshotDraft.getState().answers, [code]: value } })
  if (type === 'text') {
    return (
      <TextField
        id={id}
        label={label}
        value={typeof answer === 'string' ? answer : ''}
        onChange={set}
        error={error}
      />
    )
  }
  if (type === 'choice') {
    return (
      <Choice
        id={id}
        label={label}
        value={typeof answer === 'string' ? answer : ''}
        options={options.map((option) => ({ value: option.code, label: option.name }))}
        onChange={set}
        error={error}
      />
    )
  }
  return (
    <Choice
      id={id}
      label={label}
      layout="inline"
      value={answer === undefined ? '' : answer ? 'yes' : 'no'}
      options={[
        { value: 'yes', label: t('staff.snapshot.question.yes') },
        { value: 'no', label: t('staff.snapshot.question.no') },
      ]}
      onChange={(chosen) => set(chosen === 'yes')}
      error={error}
    />
  )
}
