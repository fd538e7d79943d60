import type { AnswerTemplate, TemplateWords } from '@shared/contract/answer-template.ts'
import { TEMPLATE_TEXT, type TemplateAction } from '@shared/domain/answer-template.ts'
import { lengthOf } from '@/kit/counter'
import { newIdempotencyKey } from '@/state/idempotency-key'
import { useKept } from '@/state/use-kept'
import { keepTemplate, removeTemplate } from '../../api/office-work'
import { type StaffTranslate, useStaffText } from '../../locale/use-staff-text'
import { useDeed } from '../../state/use-deed'
import { useVariableWords } from '../../components/words/use-variable-words'

const LEAST_TEXT = 2

function textFault(text: string, t: StaffTranslate): string {
  if (lengthOf(text.trim()) < LEAST_TEXT) return t('staff.templates.missing.text')
  return TEMPLATE_TEXT.test(text) ? '' : t('staff.templates.wrong.text')
}

function faultsIn({ name, text }: TemplateWords, t: StaffTranslate): Record<string, string> {
  const fault = textFault(text, t)
  return {
    ...(name.trim() === '' && { name: t('staff.templates.missing.name') }),
    ...(fault && { text: fault }),
  }
}

/** Words that are being written; they stay on the device until the server has them. */
export function useTemplate(
  template: AnswerTemplate | null,
  actions: readonly TemplateAction[],
  onSaved: (words: string) => void,
) {
  const t = useStaffText()
  const deed = useDeed()
  const { code: id = '', action = actions[0] ?? 'finish', name = '', text = '' } = template ?? {}
  const variables = useVariableWords()
  const empty = { id, action, name, text: variables.shown(text) }
  const [words, keep] = useKept(`mashang.staff.template.${id || 'new'}`, empty)
  // A new one has its id from the first letter on: sent again after a lost answer, it is still one.
  const change = (part: Partial<TemplateWords>) =>
    keep({ ...words, ...part, id: words.id || newIdempotencyKey() })
  const save = async () => {
    const sent = { action: words.action, name: words.name, text: variables.kept(words.text) }
    const send = () => keepTemplate(words.id, sent)
    if (!(await deed.run(faultsIn(sent, t), send, t('staff.templates.saved')))) return
    keep(empty)
    onSaved(t('staff.templates.saved'))
  }
  const remove = async () => {
    if (!(await deed.run({}, () => removeTemplate(id), t('staff.templates.removed')))) return
    keep(empty)
    onSaved(t('staff.templates.removed'))
  }
  return { words, change, deed, save, remove }
}
