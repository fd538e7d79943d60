import type { Category, CategoryQuestion } from '@shared/contract/category.ts'
import { lengthOf } from '@/kit/counter'
import type { TextValues } from '@/locale/translate'
import type { TextKey } from '@/locale/zh-hans'
import type { Draft } from '@/state/draft'
import { usePhotos } from '@/state/photos'
import type { Step } from './steps'

/** The bounds of the contract (shared/contract/report.ts); a test holds them equal. */
export const TEXT_LEAST = 5
export const TEXT_MOST = 2000
export const ADDRESS_MOST = 200

export interface Problem {
  /** of the control */
  id: string
  key: TextKey
  values?: TextValues
}

type Check = (draft: Draft, category: Category | undefined) => (Problem | false)[]

function isAnswered(question: CategoryQuestion, draft: Draft): boolean {
  const answer = draft.answers[question.code]
  return typeof answer === 'boolean' || (typeof answer === 'string' && answer.trim() !== '')
}

const checkWhat: Check = (draft, category) => {
  const length = lengthOf(draft.text.trim())
  const unanswered = (category?.questions ?? []).filter(
    (question) => question.required && !isAnswered(question, draft),
  )
  return [
    !category && { id: 'category', key: 'report-new.error.category' },
    ...unanswered.map(({ code, label }) => ({
      id: `answer-${code}`,
      key: 'report-new.error.answer' as const,
      values: { question: label },
    })),
    length < TEXT_LEAST && { id: 'text', key: 'report-new.error.text', values: { n: TEXT_LEAST } },
    length > TEXT_MOST && { id: 'text', key: 'report-new.error.text.long', values: { n: TEXT_MOST } },
  ]
}

const checkWhere: Check = ({ place, placeless }) => {
  if (placeless) return []
  const length = lengthOf(place.address.trim())
  return [
    !place.position && length === 0 && { id: 'place-address', key: 'report-new.error.place' },
    length > ADDRESS_MOST && {
      id: 'place-address',
      key: 'report-new.error.address.long',
      values: { n: ADDRESS_MOST },
    },
  ]
}

const checkPhotos: Check = ({ photos }) => {
  const kept = usePhotos.getState()
  return [
    photos.some((key) => kept[key]?.status === 'lost') && { id: 'photos', key: 'report-new.error.lost' },
  ]
}

const checkContact: Check = ({ contactWay, contact }) => {
  if (contactWay === '') return [{ id: 'contact-way', key: 'report-new.error.contact-way' }]
  if (contactWay === 'anonymous') return []
  const name = contact.name.trim()
  const phone = contact.phone.trim()
  return [
    name === '' && phone === '' && { id: 'contact-phone', key: 'report-new.error.contact' },
    phone !== '' &&
      !/^[+\d][\d\s-]{4,19}$/.test(phone) && { id: 'contact-phone', key: 'report-new.error.phone' },
  ]
}

const checks: Record<Step, Check> = {
  what: checkWhat,
  where: checkWhere,
  photos: checkPhotos,
  contact: checkContact,
}

/** What still keeps a step from being sent; the server checks all of it again. */
export function problemsOf(step: Step, draft: Draft, category: Category | undefined): Problem[] {
  return checks[step](draft, category).filter((problem) => problem !== false)
}
