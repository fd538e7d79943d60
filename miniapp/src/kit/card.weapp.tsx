import { View } from '@tarojs/components'
import type { CardProps } from './card'
import { classNames } from './class-names'

const roles = { div: undefined, section: 'region', article: 'article', aside: 'complementary' }

export function Card({ as = 'div', label, look, className, children }: CardProps) {
  return (
    <View
      className={classNames('k-card', look && `k-card-${look}`, className)}
      ariaLabel={label}
      ariaRole={roles[as]}
    >
      {children}
    </View>
  )
}
