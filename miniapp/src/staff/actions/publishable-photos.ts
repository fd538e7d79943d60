import type { Photo, ReportAnswer } from '@shared/contract/report.ts'
import { addressOf } from '@/api/photos'
import type { ActionValues } from './action-values'

/** A photo as the public may see it: itself, or its latest redacted copy. */
export interface Publishable {
  original: Photo
  /** of what would be published */
  id: string
  src: string
  isCopy: boolean
}

/** Its own photos. Those of an answer carried over belong to the lead, and are published there. */
function photosOf({ report, timeline }: ReportAnswer): Photo[] {
  const own = timeline.filter(({ action }) => action !== 'settle')
  const all = [...report.photos, ...own.flatMap((event) => event.photos)]
  return all.filter((photo, index) => all.findIndex(({ id }) => id === photo.id) === index)
}

function latestOf<T extends { redacts?: string }>(copies: readonly T[], originalId: string): T | undefined {
  return [...copies].reverse().find(({ redacts }) => redacts === originalId)
}

/** What can be published of a report, with the copies made in this form. */
export function publishablePhotos(answer: ReportAnswer, copies: ActionValues['copies'] = []): Publishable[] {
  const photos = photosOf(answer)
  return photos
    .filter(({ redacts }) => redacts === undefined)
    .map((original) => {
      const published = latestOf(photos, original.id)
      const fresh = latestOf(copies, original.id)
      const src = fresh ? `/api/v1/photos/${fresh.id}` : (published ?? original).full
      const { id } = fresh ?? published ?? original
      return { original, id, src: addressOf(src), isCopy: id !== original.id }
    })
}

/** The form's values after a copy was made: it takes the place of what was chosen of the same photo. */
export function withCopy(values: ActionValues, shown: Publishable, copyId: string): ActionValues {
  const others = (values.publicPhotoIds ?? []).filter((id) => id !== shown.id && id !== shown.original.id)
  return {
    publicPhotoIds: [...others, copyId],
    copies: [...(values.copies ?? []), { id: copyId, redacts: shown.original.id }],
  }
}
