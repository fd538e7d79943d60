import { AppError } from '../../../shared/domain/errors.ts'
import type { LoosePhoto } from '../../repository/report-parties.ts'
import type { ReportPhoto } from '../../repository/report-events.ts'

/**
 * The wanted photos, in the wanted order, as they will hang on the event `seq`.
 *
 * @throws AppError `PHOTO_NOT_YOURS` when one is unknown, somebody else's, used already or named twice
 */
export function attachPhotos(
  wanted: readonly string[],
  found: readonly LoosePhoto[],
  ownerId: string | null,
  seq: number,
): ReportPhoto[] {
  if (new Set(wanted).size !== wanted.length) throw new AppError('PHOTO_NOT_YOURS')
  return wanted.map((id) => {
    const photo = found.find((candidate) => candidate.id === id)
    if (!photo || photo.ownerId !== ownerId || photo.attachedTo !== null)
      throw new AppError('PHOTO_NOT_YOURS')
    return { id, seq, width: photo.width, height: photo.height, isPublic: false }
  })
}
