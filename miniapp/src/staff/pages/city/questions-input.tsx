import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Heading } from '@/kit/heading'
import { Text } from '@/kit/text'
import { TextArea } from '@/kit/text-area'
import { useStaffText } from '../../locale/use-staff-text'
import { QuestionEditor } from './question-editor'
import { cellOf, NEW_QUESTION, questionsIn, replaceAt, withoutAt } from './questions'

interface QuestionsInputProps {
  id: string
  label: string
  /** as it stands in a cell of the CSV */
  value: string
  error: string | undefined
  onChange: (value: string) => void
}

const MOST = 10

/** The questions of a category one by one; whatever else stands in the cell can be mended as text. */
export function QuestionsInput({ id, label, value, error, onChange }: QuestionsInputProps) {
  const t = useStaffText()
  const questions = questionsIn(value)
  if (questions === null) {
    return (
      <TextArea
        id={id}
        label={label}
        hint={t('staff.city.questions')}
        rows={4}
        value={value}
        error={error}
        onChange={onChange}
      />
    )
  }
  return (
    <Box as="section" label={label} gap={3} id={id} className="staff-focus">
      <Heading level={3}>{label}</Heading>
      {error && <Text tone="bad">{error}</Text>}
      {questions.map((question, at) => (
        // A question that is being written has nothing of its own yet but its place.
        <QuestionEditor
          // oxlint-disable-next-line react/no-array-index-key
          key={at}
          id={`${id}-${at}`}
          number={at + 1}
          question={question}
          onChange={(changed) => onChange(cellOf(replaceAt(questions, at, changed)))}
          onRemove={() => onChange(cellOf(withoutAt(questions, at)))}
        />
      ))}
      {questions.length < MOST && (
        <Button icon="plus" block onClick={() => onChange(cellOf([...questions, NEW_QUESTION]))}>
          {t('staff.question.add')}
        </Button>
      )}
    </Box>
  )
}
