import type { Photo, Report, TimelineEvent } from '@shared/contract/report.ts'

/** The latest answer: work that was reported done, or what the lead or the topic was answered. */
export function givenAnswer(timeline: readonly TimelineEvent[]): TimelineEvent | null {
  return [...timeline].reverse().find(({ action }) => action === 'finish' || action === 'settle') ?? null
}

/** Who gave it: the clock only carried an answer over, an office wrote it. */
export function answererName({ action, actor }: TimelineEvent, { body }: Pick<Report, 'body'>): string {
  return action === 'settle' && body ? body.name : actor.name
}

function isPhoto(value: unknown): value is Photo {
  const { id, thumb, full } = (value ?? {}) as Partial<Photo>
  return [id, thumb, full].every((part) => typeof part === 'string')
}

/** The photos that came with an event. Those of an answer carried over belong to the lead, and come in `data`. */
export function eventPhotos({ action, photos, data }: TimelineEvent): readonly Photo[] {
  return action === 'settle' && Array.isArray(data.photos) ? data.photos.filter(isPhoto) : photos
}
