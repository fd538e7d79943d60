import { View } from '@tarojs/components'
import type { LiveRegionProps } from './live-region'

export function LiveRegion({ message, urgent }: LiveRegionProps) {
  return (
    <View
      className="k-hidden"
      ariaRole={urgent ? 'alert' : 'status'}
      ariaLive={urgent ? 'assertive' : 'polite'}
    >
      {message}
    </View>
  )
}
