import { Map as WechatMap, View } from '@tarojs/components'
import { fromGcj02, toGcj02 } from '@/platform/gcj02'
import type { LatLng } from '@/platform/geo'
import type { GridMapProps } from './grid-map'

const PIN = 0

function marker(at: LatLng, id: number, label?: string) {
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

/** WeChat's own map, streets and all; it speaks GCJ-02, we speak WGS84. */
export function GridMap({ label, centre, pin, landmarks, onPick }: GridMapProps) {
  const middle = toGcj02(pin ?? centre)
  const places = landmarks ?? []
  const markers = places
    .filter((landmark) => landmark.kind !== 'me')
    .map((landmark, index) => marker(landmark, index + 1, landmark.label))
  if (pin) markers.push(marker(pin, PIN))
  const pick = ({ detail }: { detail: unknown }) => {
    const { latitude, longitude } = detail as { latitude?: number; longitude?: number }
    if (latitude !== undefined && longitude !== undefined)
      onPick?.(fromGcj02({ lat: latitude, lng: longitude }))
  }
  return (
    <View className="k-map" ariaLabel={label}>
      <WechatMap
        className="k-map-field"
        latitude={middle.lat}
        longitude={middle.lng}
        scale={16}
        markers={markers}
        showLocation={places.some((landmark) => landmark.kind === 'me')}
        onTap={pick}
        onError={() => undefined}
      />
    </View>
  )
}
