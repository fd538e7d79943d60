import { View } from '@tarojs/components'
import { classNames } from './class-names'
import type { ListProps } from './list'

export function List({ label, bare, className, children }: ListProps) {
  return (
    <View
      className={classNames('k-list', bare && 'k-list-bare', className)}
      ariaLabel={label}
      ariaRole="list"
    >
      {children}
    </View>
  )
}
