import { Image, Slider, Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { BeforeAfterProps } from './before-after'

export function BeforeAfter({ before, after, beforeLabel, afterLabel, label }: BeforeAfterProps) {
  const [at, setAt] = useState(50)
  return (
    <View className="k-compare">
      <View className="k-compare-pictures">
        <Image className="k-compare-picture" src={after} mode="aspectFill" ariaLabel={afterLabel} />
        <View className="k-compare-over" style={{ clipPath: `inset(0 ${100 - at}% 0 0)` }}>
          <Image className="k-compare-picture" src={before} mode="aspectFill" ariaLabel={beforeLabel} />
        </View>
        <View className="k-compare-edge" style={{ left: `${at}%` }} />
        <Text className="k-compare-name k-compare-name-before">{beforeLabel}</Text>
        <Text className="k-compare-name k-compare-name-after">{afterLabel}</Text>
      </View>
      <Slider
        className="k-compare-slider"
        value={at}
        ariaLabel={label}
        onChanging={({ detail }) => setAt(detail.value)}
        onChange={({ detail }) => setAt(detail.value)}
      />
    </View>
  )
}
