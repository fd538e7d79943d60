import { View } from '@tarojs/components'
import { classNames } from './class-names'
import type { PressableProps } from './pressable'

export function Pressable({ label, onClick, pressed, className, children }: PressableProps) {
  return (
    <View
      className={classNames('k-press', className)}
      hoverClass="k-hover"
      ariaRole="button"
      ariaLabel={pressed ? `${label} ✓` : label}
      onClick={onClick}
    >
      {children}
    </View>
  )
}
