import { AppError } from '../../../shared/domain/errors.ts'
import type { LoosePhoto } from '../../repository/report-parties.ts'
import type { ReportPhoto } from '../../repository/report-events.ts'

function attached(
  wanted: readonly string[],
  found: readonly LoosePhoto[],
  seq: number,
  mayAttach: (photo: LoosePhoto) => boolean,
): ReportPhoto[] {
  if (new Set(wanted).size !== wanted.length) throw new AppError('PHOTO_NOT_YOURS')
  return wanted.map((id) => {
    const photo = found.find((candidate) => candidate.id === id)
    if (!photo || photo.attachedTo !== null || !mayAttach(photo)) throw new AppError('PHOTO_NOT_YOURS')
    const { width, height, redacts } = photo
    return { id, seq, width, height, isPublic: false, redacts }
  })
}

/**
 * The wanted photos, in the wanted order, as they will hang on the event `seq`.
 *
 * @throws AppError `PHOTO_NOT_YOURS` when one is unknown, somebody else's, used already, a redacted copy or named
 *   twice
 */
export function attachPhotos(
  wanted: readonly string[],
  found: readonly LoosePhoto[],
  ownerId: string | null,
  seq: number,
): ReportPhoto[] {
  return attached(wanted, found, seq, (photo) => photo.ownerId === ownerId && photo.redacts === null)
}

/**
 * The redacted copies among the chosen photos that come with the publication `seq`; the others the report has.
 *
 * @param known the report's photos so far
 * @throws AppError `PHOTO_NOT_YOURS` for one that is neither the report's nor the actor's own new copy of one;
 *   `VALIDATION_FAILED` for an original of which there is a copy: it was redacted for a reason
 */
export function attachCopies(
  chosen: readonly string[],
  known: readonly ReportPhoto[],
  found: readonly LoosePhoto[],
  ownerId: string | null,
  seq: number,
): ReportPhoto[] {
  const originals = new Set(known.filter(({ redacts }) => redacts === null).map(({ id }) => id))
  const loose = chosen.filter((id) => known.every((photo) => photo.id !== id))
  const copies = attached(
    loose,
    found,
    seq,
    ({ ownerId: maker, redacts }) => maker === ownerId && redacts !== null && originals.has(redacts),
  )
  const redacted = new Set([...known, ...copies].map(({ redacts }) => redacts))
  if (chosen.some((id) => redacted.has(id))) {
    throw new AppError('VALIDATION_FAILED', { fields: { photoIds: { problem: 'redacted' } } })
  }
  return copies.map((copy) => ({ ...copy, isPublic: true }))
}
