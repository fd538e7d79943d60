import type { Report, TimelineEvent } from '@shared/contract/report.ts'

/** The latest answer: work that was reported done, or what the lead or the topic was answered. */
export function givenAnswer(timeline: readonly TimelineEvent[]): TimelineEvent | null {
  return [...timeline].reverse().find(({ action }) => action === 'finish' || action === 'settle') ?? null
}

/** Who gave it. The clock carries an answer over; an office wrote it. */
export function answererName({ action, actor, data }: TimelineEvent, { body }: Pick<Report, 'body'>): string {
  if (action !== 'settle') return actor.name
  const named = typeof data.answeredBy === 'string' ? data.answeredBy : ''
  return named || body?.name || actor.name
}
