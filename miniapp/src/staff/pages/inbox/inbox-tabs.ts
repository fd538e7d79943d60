import type { Role } from '@shared/domain/actor.ts'
import type { ListChoice } from '../../state/use-reports'

export type InboxTab = 'inbox' | 'visible' | 'mine' | 'review' | 'answer' | 'watched'

/** A deputy's turn is of two kinds: to check what was done, and to answer in person. Only they file from their desk. */
export function tabsOf(role: Role): InboxTab[] {
  return role === 'deputy' ? ['review', 'answer', 'mine', 'visible', 'watched'] : ['inbox', 'visible']
}

/** What each tab lists; "all" asks for what it is narrowed to. */
export const TAB_CHOICES: Record<Exclude<InboxTab, 'visible'>, ListChoice> = {
  inbox: { scope: 'inbox', sort: 'due' },
  review: { scope: 'inbox', sort: 'due', state: 'in_review' },
  answer: { scope: 'inbox', sort: 'due', state: 'assigned,in_progress' },
  mine: { scope: 'mine', sort: 'new' },
  watched: { scope: 'watched', sort: 'new' },
}
