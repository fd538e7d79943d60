import type { Topic, TopicAnswer } from '@shared/contract/topic.ts'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Form } from '@/kit/form'
import { Text } from '@/kit/text'
import { TextArea } from '@/kit/text-area'
import { useStaffText } from '../../locale/use-staff-text'
import { topicForms } from '../../topics/topic-forms'
import { EMPTY } from '../../topics/topic-values'
import { useTopicForm } from '../../topics/use-topic-form'

interface ProposalEditorProps {
  topic: Topic
  onSaved: (after: TopicAnswer) => void
}

/** The words of the proposal. What is typed stays on this device until it is saved with the topic. */
export function ProposalEditor({ topic, onSaved }: ProposalEditorProps) {
  const t = useStaffText()
  const begin = { ...EMPTY, text: topic.proposal ?? '' }
  const form = useTopicForm({
    deed: 'propose',
    subject: topic.id,
    version: topic.version,
    begin,
    onDone: onSaved,
  })
  const { values, set, errors, trouble, busy, send } = form
  const isSaved = values.text.trim() === (topic.proposal ?? '')
  return (
    <Form onSubmit={() => void send()} label={t('staff.topic.do.propose')}>
      <Box gap={3}>
        <TextArea
          id="proposal-text"
          label={t('staff.proposal.field')}
          hint={t('staff.proposal.field.hint')}
          rows={8}
          max={topicForms.propose.max}
          value={values.text}
          onChange={(text) => set({ text })}
          error={errors.text}
        />
        {trouble !== '' && (
          <Banner tone="bad" title={t('staff.form.failed')}>
            {trouble}
          </Banner>
        )}
        {!isSaved && (
          <Text block size="small" tone="muted">
            {t('staff.proposal.unsaved')}
          </Text>
        )}
        <Button block submit icon="check" busy={busy}>
          {t('staff.proposal.save')}
        </Button>
      </Box>
    </Form>
  )
}
