import { fillTemplate, TEMPLATE_TEXT } from '@shared/domain/answer-template.ts'
import { useState } from 'react'
import { useFormat } from '@/locale/use-text'
import { useStaffText } from '../../locale/use-staff-text'

const DAY_MS = 86_400_000
/** So far ahead a promised date lies as a rule. */
const PROMISED_MS = 8 * DAY_MS

/** The words as they would stand in a form, with an invented report in them; '' while a brace is open. */
export function useExample(text: string): string {
  const t = useStaffText()
  const format = useFormat()
  const [now] = useState(() => Date.now())
  if (!TEMPLATE_TEXT.test(text)) return ''
  return fillTemplate(text.trim(), {
    number: '26112348291753',
    place: t('staff.templates.example.place'),
    category: t('staff.templates.example.category'),
    station: t('staff.templates.example.station'),
    body: t('staff.templates.example.body'),
    date: format.date(now),
    promisedDate: format.date(now + PROMISED_MS),
  })
}
