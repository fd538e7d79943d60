import type { Actor } from '../../../shared/domain/actor.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { Context } from '../../context.ts'
import type { Query } from '../../repository/query.ts'
import {
  placeByPosition,
  placeByStationCode,
  type CategoryRecord,
  type ReportPlace,
} from '../../repository/report-places.ts'
import type { Submission } from './draft.ts'

/** A way in for reports: where what comes this way belongs, and what must be there. */
export interface Door {
  placeOf(ctx: Context, input: Submission): Query<ReportPlace | null>
  /**
   * What is filed, now that it is known who files and under which category.
   *
   * @throws AppError `VALIDATION_FAILED`, `UNAUTHENTICATED`, `NOT_ALLOWED` for what may not come in this way
   */
  admit(input: Submission, actor: Actor, category: CategoryRecord | null): Submission
}

/** The app's: residents by a station's code, deputies by where they stand. */
export const APP_DOOR: Door = {
  placeOf: (ctx, input) =>
    input.channel === 'snapshot' && input.place
      ? placeByPosition(ctx.db, input.place, input.categoryCode, ctx.locale)
      : placeByStationCode(ctx.db, input.stationCode ?? '', input.categoryCode, ctx.locale),
  admit(input, actor) {
    if (input.channel === 'opinion') {
      if (input.stationCode) return input
      throw new AppError('VALIDATION_FAILED', { fields: { stationCode: { problem: 'required' } } })
    }
    if (actor.role !== 'deputy') throw new AppError(actor.id === null ? 'UNAUTHENTICATED' : 'NOT_ALLOWED')
    const fields = {
      ...(!input.place && { place: { problem: 'place_required' as const } }),
      ...(input.photoIds.length === 0 && { photoIds: { problem: 'photo_required' as const } }),
    }
    if (Object.keys(fields).length > 0) throw new AppError('VALIDATION_FAILED', { fields })
    return input
  },
}
