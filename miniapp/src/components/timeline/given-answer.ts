import type { Report, TimelineEvent } from '@shared/contract/report.ts'

/** Every answer, the oldest first: work that was reported done, or what the lead or the topic was answered. */
export function answersOf(timeline: readonly TimelineEvent[]): TimelineEvent[] {
  return timeline.filter(({ action }) => action === 'finish' || action === 'settle')
}

/** The latest of them. */
export function givenAnswer(timeline: readonly TimelineEvent[]): TimelineEvent | null {
  return answersOf(timeline).at(-1) ?? null
}

/** Who gave it. The clock carries an answer over; an office wrote it. */
export function answererName({ action, actor, data }: TimelineEvent, { body }: Pick<Report, 'body'>): string {
  if (action !== 'settle') return actor.name
  const named = typeof data.answeredBy === 'string' ? data.answeredBy : ''
  return named || body?.name || actor.name
}
