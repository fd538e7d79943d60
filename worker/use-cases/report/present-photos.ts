import type { Photo } from '../../../shared/contract/report.ts'
import type { View } from '../../../shared/domain/report-relations.ts'
import type { Context } from '../../context.ts'
import type { ReportPhoto } from '../../repository/report-events.ts'

const LINK_LIFE_MS = 3_600_000

/**
 * Links of one photo. For those who may see a private one they are signed and good for an hour or two; the
 * public gets plain ones, which end with the publication.
 */
export async function photoLinks(
  ctx: Context,
  id: string,
  view: View,
): Promise<{ thumb: string; full: string }> {
  const plain = (size: string) => `/api/v1/photos/${id}?size=${size}`
  if (view === 'public') return { thumb: plain('thumb'), full: plain('full') }
  // Rounded up to the hour, so that the same photo keeps its address and the browser its copy for a while.
  const expiresAt = (Math.floor(ctx.now() / LINK_LIFE_MS) + 2) * LINK_LIFE_MS
  const signature = await ctx.secrets.photoSignature(id, expiresAt)
  const link = (size: string) => `${plain(size)}&exp=${expiresAt}&sig=${signature}`
  return { thumb: link('thumb'), full: link('full') }
}

/** A photo as its reader may see it. */
export async function presentPhoto(
  ctx: Context,
  view: View,
  photo: Pick<ReportPhoto, 'id' | 'width' | 'height'> & { redacts?: string | null },
): Promise<Photo> {
  const { id, width, height, redacts } = photo
  const links = await photoLinks(ctx, id, view)
  return { id, width, height, ...links, ...(view === 'staff' && redacts && { redacts }) }
}

/** The photos of an event. The public sees a redacted copy in the place of its original. */
export function shownPhotos(view: View, photos: ReportPhoto[], seq: number): ReportPhoto[] {
  const own = photos.filter((photo) => photo.seq === seq)
  if (view !== 'public') return own
  const originals = own.filter(({ redacts }) => redacts === null)
  const withCopies = originals.flatMap((photo) => [
    photo,
    ...photos.filter(({ redacts }) => redacts === photo.id),
  ])
  return withCopies.filter(({ isPublic }) => isPublic)
}
