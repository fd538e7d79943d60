import type { Topic } from '@shared/contract/topic.ts'

/** What a proposal cannot do without, in the order in which it stands on paper. */
const PARTS = ['body', 'proposal'] as const
type Part = (typeof PARTS)[number]

/** What is still to be filled in before the proposal is one: whom it is addressed to, and what it proposes. */
export function missingIn(topic: Topic): Part[] {
  return PARTS.filter((part) => topic[part] === null)
}
