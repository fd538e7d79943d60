import type { Landmark } from '@/kit/grid-map'
import { useFormat, useText } from '@/locale/use-text'
import { directionOf, type LatLng, metresBetween } from '@shared/domain/geo.ts'

/** A position as people say it: how far from a place they know, and in which direction. */
export function usePlaceWords(position: LatLng | null, landmark: Landmark | undefined): string {
  const t = useText()
  const format = useFormat()
  if (!position) return t('report.place.none')
  if (!landmark) return t('report.place.marked')
  const metres = metresBetween(landmark, position)
  if (metres < 15) return t('report.place.at', { name: landmark.label })
  return t('report.place.from', {
    name: landmark.label,
    distance: format.distance(metres),
    direction: t(`report.direction.${directionOf(landmark, position)}`),
  })
}
