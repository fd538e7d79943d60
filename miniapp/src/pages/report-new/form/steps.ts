import type { RouteName } from '@/platform/navigation'
import type { Draft } from '@/state/draft'

/** The four questions, in order. */
export const STEPS = ['what', 'where', 'photos', 'contact'] as const
export type Step = (typeof STEPS)[number]

const OF_A_CASE: readonly Step[] = ['what', 'contact']

export const stepRoutes: Record<Step, RouteName> = {
  what: 'report-new',
  where: 'report-new-where',
  photos: 'report-new-photos',
  contact: 'report-new-contact',
}

/** Every screen of the form, and where it can lead without a network. */
export const FORM_SCREENS: readonly RouteName[] = [
  ...Object.values(stepRoutes),
  'report-new-check',
  'report-new-station',
  'report-new-done',
  'my-reports',
]

/** What is asked one after the other. Of a reform: the words and the contact; a place and photos can be added at the end. */
export function stepsOf({ caseSlug }: Pick<Draft, 'caseSlug'>): readonly Step[] {
  return caseSlug === null ? STEPS : OF_A_CASE
}

/** The screen after a step; the last one leads to checking the answers. */
export function routeAfter(step: Step, asked: readonly Step[]): RouteName {
  const index = asked.indexOf(step)
  const next = index < 0 ? undefined : asked[index + 1]
  return next ? stepRoutes[next] : 'report-new-check'
}

/** Which step asks for a field of the request, by the first part of its path. */
const stepsOfFields: Record<string, Step> = {
  categoryCode: 'what',
  answers: 'what',
  text: 'what',
  place: 'where',
  address: 'where',
  photoIds: 'photos',
  contact: 'contact',
  consentPublic: 'contact',
}

export function stepOfField(field: string): Step {
  return stepsOfFields[field.split('.')[0] ?? ''] ?? 'what'
}

/** The control that a refused field of the request belongs to. */
export function idOfField(field: string): string {
  const [first = '', second = ''] = field.split('.')
  if (first === 'answers') return `answer-${second}`
  if (first === 'contact') return `contact-${second || 'name'}`
  const ids: Record<string, string> = {
    categoryCode: 'category',
    place: 'place-address',
    address: 'place-address',
    photoIds: 'photos',
  }
  return ids[first] ?? first
}
