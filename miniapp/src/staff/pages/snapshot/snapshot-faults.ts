import type { Category } from '@shared/contract/category.ts'
import { lengthOf } from '@/kit/counter'
import type { StaffTranslate } from '../../locale/use-staff-text'
import type { SnapshotDraft } from '../../state/snapshot-draft'

export const LEAST_TEXT = 5

/** What is missing, by the id of its field, in the order on the page. */
export function snapshotFaults(
  draft: SnapshotDraft,
  category: Category | undefined,
  t: StaffTranslate,
): Record<string, string> {
  const tooShort = lengthOf(draft.text.trim()) < LEAST_TEXT
  const unanswered = (category?.questions ?? []).filter(
    ({ code, required }) => required && (draft.answers[code] === undefined || draft.answers[code] === ''),
  )
  return {
    ...(draft.photoKeys.length === 0 && { photoIds: t('staff.snapshot.missing.photo') }),
    ...(tooShort && { text: t('staff.snapshot.missing.text', { n: LEAST_TEXT }) }),
    ...(!category && { categoryCode: t('staff.snapshot.missing.category') }),
    ...Object.fromEntries(
      unanswered.map(({ code }) => [`answers.${code}`, t('staff.snapshot.missing.answer')]),
    ),
    ...(!draft.position && { place: t('staff.snapshot.missing.place') }),
  }
}
