import type { TopicAnswer, TopicRequest } from '@shared/contract/topic.ts'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { ErrorSummary } from '@/kit/error-summary'
import { Form } from '@/kit/form'
import { Sheet } from '@/kit/sheet'
import { Text } from '@/kit/text'
import { useStaffText } from '../../locale/use-staff-text'
import { topicForms, type TopicDeed } from '../../topics/topic-forms'
import type { TopicValues } from '../../topics/topic-values'
import { useTopicForm } from '../../topics/use-topic-form'
import { type Candidate, TopicField, type TopicFieldProps } from './topic-fields'

interface TopicSheetProps {
  deed: TopicDeed
  subject: string
  version?: number
  begin?: TopicValues
  more?: Partial<TopicRequest>
  candidates?: readonly Candidate[]
  about: TopicFieldProps['about']
  onClose: () => void
  onDone: (after: TopicAnswer) => void
}

const NONE: readonly Candidate[] = []

/** `members` and `reportNumbers` are one field to the server. */
const idOf = (field: string) => `topic-${field === 'members' ? 'reportNumbers' : field}`

/** The form of one deed, built from the table. Closing it loses nothing. */
export function TopicSheet({ deed, subject, version = 0, candidates = NONE, ...rest }: TopicSheetProps) {
  const t = useStaffText()
  const { begin, more, about, onClose, onDone } = rest
  const form = topicForms[deed]
  const filled = useTopicForm({ deed, subject, version, begin, more, onDone })
  const { values, set, errors, trouble, attempt, busy, send } = filled
  const errorOf = (field: string) => errors[field] ?? (field === 'members' ? errors.reportNumbers : undefined)
  const summary = Object.entries(errors).map(([field, message]) => ({ id: idOf(field), message }))
  return (
    <Sheet open title={t(`staff.topic.do.${deed}`)} onClose={onClose}>
      <Form onSubmit={() => void send()} label={t(`staff.topic.do.${deed}`)}>
        <Text block tone="muted">
          {t(`staff.topic.intro.${deed}`)}
        </Text>
        <ErrorSummary errors={summary} attempt={attempt} />
        {form.fields.map((field) => (
          <TopicField
            key={field}
            field={field}
            id={idOf(field)}
            error={errorOf(field)}
            {...{ deed, values, set, candidates, about }}
          />
        ))}
        <Box gap={2}>
          {trouble !== '' && summary.length === 0 && (
            <Banner tone="bad" title={t('staff.form.failed')}>
              {trouble}
            </Banner>
          )}
          <Button kind={form.grave ? 'danger' : 'primary'} block submit icon={form.icon} busy={busy}>
            {t(`staff.topic.do.${deed}`)}
          </Button>
          <Button block onClick={onClose}>
            {t('staff.form.cancel')}
          </Button>
        </Box>
      </Form>
    </Sheet>
  )
}
