import { View } from '@tarojs/components'
import type { BoxProps } from './box'
import { boxClass } from './box-class'

const roles = {
  div: undefined,
  section: 'region',
  nav: 'navigation',
  header: 'banner',
  footer: 'contentinfo',
  aside: 'complementary',
}

export function Box({ as = 'div', label, id, children, ...layout }: BoxProps) {
  return (
    <View className={boxClass(layout)} ariaLabel={label} ariaRole={roles[as]} id={id}>
      {children}
    </View>
  )
}
