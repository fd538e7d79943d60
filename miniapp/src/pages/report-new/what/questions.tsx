import type { CategoryQuestion } from '@shared/contract/category.ts'
import { Choice } from '@/kit/choice'
import { TextField } from '@/kit/text-field'
import { useText } from '@/locale/use-text'
import type { Draft } from '@/state/draft'

type Answers = Draft['answers']

interface QuestionsProps {
  questions: readonly CategoryQuestion[]
  answers: Answers
  errorOf: (id: string) => string | undefined
  onChange: (answers: Answers) => void
}

/** What this kind of matter needs to know besides. */
export function Questions({ questions, answers, errorOf, onChange }: QuestionsProps) {
  return (
    <>
      {questions.map((question) => {
        const answer = (value: string | boolean) => {
          const { [question.code]: _before, ...others } = answers
          // An emptied answer is no answer: the server would not take '' for a choice.
          onChange(value === '' ? others : { ...others, [question.code]: value })
        }
        return (
          <Question
            key={question.code}
            question={question}
            value={answers[question.code]}
            error={errorOf(`answer-${question.code}`)}
            onChange={answer}
          />
        )
      })}
    </>
  )
}

interface QuestionProps {
  question: CategoryQuestion
  value: string | boolean | undefined
  error?: string
  onChange: (value: string | boolean) => void
}

function Question({ question, value, error, onChange }: QuestionProps) {
  const t = useText()
  const { code, label, type, required, options } = question
  const basics = { id: `answer-${code}`, label, error, optional: !required }
  if (type === 'text') {
    return <TextField {...basics} value={typeof value === 'string' ? value : ''} onChange={onChange} />
  }
  if (type === 'yesno') {
    const yesNo = [
      { value: 'yes', label: t('report.yes') },
      { value: 'no', label: t('report.no') },
    ] as const
    const chosen = typeof value === 'boolean' ? (value ? 'yes' : 'no') : ''
    return (
      <Choice
        {...basics}
        layout="inline"
        value={chosen}
        options={yesNo}
        onChange={(word) => onChange(word === 'yes')}
      />
    )
  }
  const choices = options.map((option) => ({ value: option.code, label: option.name }))
  return (
    <Choice
      {...basics}
      layout="inline"
      value={typeof value === 'string' ? value : ''}
      options={choices}
      onChange={onChange}
    />
  )
}
