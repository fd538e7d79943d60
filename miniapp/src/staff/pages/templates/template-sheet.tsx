import type { AnswerTemplate } from '@shared/contract/answer-template.ts'
import { TEMPLATE_MOST, TEMPLATE_VARIABLES, type TemplateAction } from '@shared/domain/answer-template.ts'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Card } from '@/kit/card'
import { Form } from '@/kit/form'
import { Select } from '@/kit/select'
import { Sheet } from '@/kit/sheet'
import { Text } from '@/kit/text'
import { TextArea } from '@/kit/text-area'
import { TextField } from '@/kit/text-field'
import { DeedNotice } from '../../components/deed-notice'
import { useStaffText } from '../../locale/use-staff-text'
import { useExample } from './use-example'
import { useTemplate } from './use-template'
import { useVariableWords } from '../../components/words/use-variable-words'

interface TemplateSheetProps {
  /** null for a new one */
  template: AnswerTemplate | null
  actions: readonly TemplateAction[]
  onSaved: (words: string) => void
  onClose: () => void
}

const idOf = (name: string) => `template-${name}`

/** A name, the words, and what they will look like. */
export function TemplateSheet({ template, actions, onSaved, onClose }: TemplateSheetProps) {
  const t = useStaffText()
  const { words, change, deed, save, remove } = useTemplate(template, actions, onSaved)
  const variables = useVariableWords()
  const example = useExample(variables.kept(words.text))
  const title = t(template ? 'staff.templates.change' : 'staff.templates.new')
  return (
    <Sheet open title={title} onClose={onClose}>
      <Form label={title} onSubmit={() => void save()}>
        <DeedNotice deed={deed} idOf={idOf} />
        <Select
          id={idOf('action')}
          label={t('staff.templates.action')}
          value={words.action}
          options={actions.map((action) => ({ value: action, label: t(`staff.do.${action}`) }))}
          onChange={(action) => change({ action: action as TemplateAction })}
          error={deed.errors.action}
        />
        <TextField
          id={idOf('name')}
          label={t('staff.templates.name')}
          hint={t('staff.templates.name.hint')}
          value={words.name}
          onChange={(name) => change({ name })}
          max={TEMPLATE_MOST.name}
          error={deed.errors.name}
        />
        <TextArea
          id={idOf('text')}
          label={t('staff.templates.text')}
          value={words.text}
          onChange={(text) => change({ text })}
          rows={5}
          max={TEMPLATE_MOST.text}
          error={deed.errors.text}
        />
        <Box as="section" gap={2} label={t('staff.templates.variables')}>
          <Text strong>{t('staff.templates.variables')}</Text>
          <Box row wrap gap={2}>
            {TEMPLATE_VARIABLES.map((name) => (
              <Button
                key={name}
                small
                icon="plus"
                onClick={() => change({ text: variables.shown(`${words.text}{${name}}`) })}
              >
                {t(`staff.templates.var.${name}`)}
              </Button>
            ))}
          </Box>
        </Box>
        {example !== '' && (
          <Card as="section" look="tint" label={t('staff.templates.example')}>
            <Box gap={1}>
              <Text strong>{t('staff.templates.example')}</Text>
              <Text block>{example}</Text>
            </Box>
          </Card>
        )}
        <Button kind="primary" block submit busy={deed.busy}>
          {t('staff.templates.save')}
        </Button>
        {template && (
          <Button kind="danger" block icon="close" busy={deed.busy} onClick={() => void remove()}>
            {t('staff.templates.remove')}
          </Button>
        )}
      </Form>
    </Sheet>
  )
}
