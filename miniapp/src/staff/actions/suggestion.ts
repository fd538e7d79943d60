import type { Body } from '@shared/contract/category.ts'
import type { Report, ReportRow } from '@shared/contract/report.ts'
import type { StaffTranslate } from '../locale/use-staff-text'

/** To whom a report would go, and what speaks for it. */
export interface Suggestion {
  body: Body
  category: string
  /** of the rule: the street's or the district's name */
  place: string
  /** reports of the kind from the district in the last year, whoever got them */
  pastOfAll: number
}

/** Fewer say nothing. */
const LEAST_PAST = 3

/**
 * The body that the routing rules name; without a rule the one that got more than half of such reports in the last
 * year. Null where nothing speaks for one.
 *
 * @param street where the report belongs, by name; only needed where a rule is for the street
 */
export function suggestionOf(
  bodies: readonly Body[],
  { category, district }: Pick<Report | ReportRow, 'category' | 'district'>,
  street = '',
): Suggestion | null {
  const pastOfAll = bodies.reduce((sum, { past }) => sum + past, 0)
  const byRule = bodies.find(({ suggested }) => suggested)
  const usual = bodies.find(({ past }) => past >= LEAST_PAST && past * 2 > pastOfAll)
  const body = byRule ?? usual
  if (!body) return null
  const place = body.rule === 'street' && street !== '' ? street : district.name
  return { body, category: category.name, place, pastOfAll }
}

/** Why, in one line. */
export function whySuggested({ body, category, place, pastOfAll }: Suggestion, t: StaffTranslate): string {
  const values = { category, district: place, n: body.past, all: pastOfAll }
  if (!body.suggested) return t('staff.why.past', values)
  const rule = t('staff.field.answerer.suggested', values)
  return body.past > 0 ? t('staff.why.rule-and-past', { rule, n: body.past }) : rule
}
