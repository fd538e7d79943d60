import { View } from '@tarojs/components'
import { classNames } from './class-names'
import type { HeadingProps } from './heading'

export function Heading({ level = 2, id, className, children }: HeadingProps) {
  return (
    <View className={classNames(`k-h${level}`, className)} ariaRole="heading" id={id}>
      {children}
    </View>
  )
}
