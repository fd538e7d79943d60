import { View } from '@tarojs/components'
import type { GraphicProps } from './graphic'

export function Graphic({ label, className, children }: GraphicProps) {
  return (
    <View ariaRole="img" ariaLabel={label} className={className}>
      {children}
    </View>
  )
}
