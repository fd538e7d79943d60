import { Map as WechatMap, View } from '@tarojs/components'
import { toGcj02 } from '@/platform/gcj02'
import { marker } from './map-marker'
import { SPANS, viewOf } from './map-field'
import type { PinMapProps } from './pin-map'

/** WeChat's scale 16 shows some 600 m; each step doubles. */
function scaleOf(zoom: number): number {
  const span = SPANS[zoom] ?? 600
  return Math.max(5, Math.min(18, Math.round(16 - Math.log2(span / 600))))
}

/** WeChat's own map with a marker for each place. */
export function PinMap({ label, pins, onChoose }: PinMapProps) {
  const view = viewOf(pins)
  const middle = toGcj02(view.middle)
  const choose = ({ detail }: { detail: unknown }) => {
    const pin = pins[Number((detail as { markerId?: number }).markerId)]
    if (pin) onChoose([pin.id])
  }
  return (
    <View className="k-map" ariaLabel={label}>
      <WechatMap
        className="k-map-field"
        latitude={middle.lat}
        longitude={middle.lng}
        scale={scaleOf(view.zoom)}
        markers={pins.map((pin, index) => marker(pin, index))}
        onMarkerTap={choose}
        onError={() => undefined}
      />
    </View>
  )
}
