import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { useText } from '@/locale/use-text'
import { Button } from './button'
import type { WindowListProps } from './window-list'

/** A mini program grows slow with the nodes of a page: no more rows than this stand on it. */
const MOST = 150
const STEP = 100
const NEWEST = 'k-window-newest'

/**
 * A list of any length. It grows as more is loaded; what is far above or below comes by a button, because a mini
 * program learns too late where it was scrolled to.
 */
export function WindowList({ count, children }: WindowListProps) {
  const t = useText()
  const [from, setFrom] = useState(0)
  const before = useRef(count)
  const first = Math.max(0, Math.min(from, count - 1))
  const last = Math.min(count, first + MOST)
  useEffect(() => {
    const grown = count > before.current && count > first + MOST
    const newest = before.current
    before.current = count
    if (!grown) return
    setFrom(Math.max(0, newest - (MOST - STEP)))
    // What was just loaded stays under the thumb when rows above it have gone.
    Taro.nextTick(() => {
      Promise.resolve(Taro.pageScrollTo({ selector: `#${NEWEST}`, duration: 0 })).catch(() => undefined)
    })
  }, [count, first])
  const seam = Math.min(last, first + MOST - STEP)
  return (
    <View className="k-window">
      {first > 0 && (
        <Button block onClick={() => setFrom(Math.max(0, first - STEP))}>
          {t('common.before', { n: first })}
        </Button>
      )}
      {children(first, seam)}
      <View id={NEWEST} />
      {seam < last && children(seam, last)}
      {last < count && (
        <Button block onClick={() => setFrom(first + STEP)}>
          {t('common.after', { n: count - last })}
        </Button>
      )}
    </View>
  )
}
