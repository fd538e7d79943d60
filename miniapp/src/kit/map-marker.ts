import type { LatLng } from '@shared/domain/geo.ts'
import { toGcj02 } from '@/platform/gcj02'

/** A marker of WeChat's map, with its words always shown. */
export function marker(at: LatLng, id: number, label?: string) {
  const { lat, lng } = toGcj02(at)
  const callout = label
    ? {
        content: label,
        display: 'ALWAYS' as const,
        padding: 6,
        borderRadius: 6,
        fontSize: 13,
        color: '#17211D',
        bgColor: '#FFFFFF',
        anchorX: 0,
        anchorY: 0,
        borderWidth: 0,
        borderColor: '#FFFFFF',
        textAlign: 'center' as const,
      }
    : undefined
  return { id, latitude: lat, longitude: lng, iconPath: '', width: 28, height: 36, callout }
}
