import { type Draft, useDraft } from './draft'

/** The group of kinds of matter for what people say of a reform; a city without it offers all of its kinds. */
const IDEAS = 'idea'

/** Whoever looks for a station's code on the way has not given up what they wanted to say. */
const ON_THE_WAY_MS = 2 * 60 * 60 * 1000

/** The kinds that an opinion of a reform can be of. Nothing that is broken is one of them. */
export function kindsForCase<T extends { group: { code: string } }>(categories: readonly T[]): readonly T[] {
  const ideas = categories.filter(({ group }) => group.code === IDEAS)
  return ideas.length > 0 ? ideas : categories
}

/** Says that the draft is about a reform, or (null) about something in the street after all. The words stay. */
export function setCase(caseSlug: string | null): void {
  useDraft.getState().change({ caseSlug, categoryCode: '', answers: {}, placeless: caseSlug !== null })
}

/** Nothing is written yet, but it was begun a moment ago from a case's page. */
export function isOnTheWay({ caseSlug, savedAt }: Draft): boolean {
  return caseSlug !== null && Date.now() - savedAt < ON_THE_WAY_MS
}
