import { Image, type ITouchEvent, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useRef, useState } from 'react'
import { type BlackBox, boxBetween, percentOf } from '@/platform/black-box'
import type { BlackBoxesProps } from './black-boxes'
import { classNames } from './class-names'

interface Field {
  left: number
  top: number
  width: number
  height: number
}

/** Where the picture lies on the screen; it may have been scrolled since the last touch. */
function fieldOf(id: string): Promise<Field | null> {
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .boundingClientRect((found) => resolve((found as Field | null) ?? null))
      .exec()
  })
}

/** Drawn with a finger; there is no keyboard, the buttons beside it do the rest. */
export function BlackBoxes({ id, src, label, boxes, chosen, nameOf, onDraw, onChoose }: BlackBoxesProps) {
  const field = useRef<Field | null>(null)
  const from = useRef<{ x: number; y: number } | null>(null)
  const [drawn, setDrawn] = useState<BlackBox | null>(null)
  const pointOf = ({ touches, changedTouches }: ITouchEvent) => {
    const touch = touches[0] ?? changedTouches[0]
    const box = field.current
    if (!touch || !box) return null
    return { x: (touch.clientX - box.left) / box.width, y: (touch.clientY - box.top) / box.height }
  }
  const begin = async (event: ITouchEvent) => {
    field.current = await fieldOf(id)
    from.current = pointOf(event)
  }
  const boxUntil = (event: ITouchEvent) => {
    const to = pointOf(event)
    return from.current && to ? boxBetween(from.current, to) : null
  }
  const end = (event: ITouchEvent) => {
    const box = boxUntil(event)
    from.current = null
    setDrawn(null)
    if (box) onDraw(box)
  }
  return (
    <View
      className="k-black"
      id={id}
      ariaLabel={label}
      catchMove
      onTouchStart={(event) => void begin(event as ITouchEvent)}
      onTouchMove={(event) => setDrawn(boxUntil(event as ITouchEvent))}
      onTouchEnd={(event) => end(event as ITouchEvent)}
      onTouchCancel={() => setDrawn(null)}
    >
      <Image className="k-black-picture" src={src} mode="widthFix" />
      {boxes.map((box, index) => (
        <View
          key={nameOf(index + 1)}
          className={classNames('k-black-box', index === chosen && 'k-black-chosen')}
          style={percentOf(box)}
          ariaRole="button"
          ariaLabel={nameOf(index + 1)}
          onClick={() => onChoose(index)}
        />
      ))}
      {drawn && <View className="k-black-box" style={percentOf(drawn)} />}
    </View>
  )
}
