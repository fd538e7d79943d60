import { Map as WechatMap, View } from '@tarojs/components'
import { fromGcj02, toGcj02 } from '@/platform/gcj02'
import type { GridMapProps } from './grid-map'
import { marker } from './map-marker'

const PIN = 0

/** WeChat's own map, streets and all; it speaks GCJ-02, we speak WGS84. */
export function GridMap({ label, centre, pin, pinName, landmarks, onPick }: GridMapProps) {
  const middle = toGcj02(pin ?? centre)
  const places = landmarks ?? []
  const markers = places
    .filter((landmark) => landmark.kind !== 'me')
    .map((landmark, index) => marker(landmark, index + 1, landmark.label))
  if (pin) markers.push(marker(pin, PIN, pinName))
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
