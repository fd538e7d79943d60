import { Text as TaroText, View } from '@tarojs/components'
import type { TextProps } from './text'
import { textClass } from './text-class'

export function Text({ block, children, ...look }: TextProps) {
  if (block) return <View className={textClass(look)}>{children}</View>
  return (
    <TaroText className={textClass(look)} userSelect={look.prose}>
      {children}
    </TaroText>
  )
}
