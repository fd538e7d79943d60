import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { type BlackBox, boxAfterKey, boxBetween, percentOf } from '@/platform/black-box'
import { classNames } from './class-names'

export interface BlackBoxesProps {
  /** unlike between two boards on a page */
  id: string
  src: string
  /** what is done with the picture, for screen readers */
  label: string
  boxes: readonly BlackBox[]
  /** the one that keys and buttons change */
  chosen: number | null
  /** the name of a box: n from 1 */
  nameOf: (n: number) => string
  onDraw: (box: BlackBox) => void
  onChoose: (index: number) => void
  onChange: (index: number, box: BlackBox) => void
}

interface Point {
  x: number
  y: number
}

/** A picture with black boxes over it: drawn with finger or mouse, moved by arrow keys, resized with Shift. */
export function BlackBoxes({
  id,
  src,
  label,
  boxes,
  chosen,
  nameOf,
  onDraw,
  onChoose,
  onChange,
}: BlackBoxesProps) {
  const field = useRef<HTMLFieldSetElement>(null)
  const [line, setLine] = useState<{ from: Point; to: Point } | null>(null)
  const pointOf = (event: PointerEvent): Point => {
    const box = field.current?.getBoundingClientRect()
    if (!box) return { x: 0, y: 0 }
    return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height }
  }
  const begin = (event: PointerEvent<HTMLElement>) => {
    // A box keeps its taps; everything else begins a new one.
    if (event.target instanceof HTMLButtonElement) return
    field.current?.setPointerCapture?.(event.pointerId)
    setLine({ from: pointOf(event), to: pointOf(event) })
  }
  const end = (event: PointerEvent) => {
    const box = line && boxBetween(line.from, pointOf(event))
    setLine(null)
    if (box) onDraw(box)
  }
  const press = (index: number, box: BlackBox) => (event: KeyboardEvent) => {
    const after = boxAfterKey(box, event.key, event.shiftKey)
    if (!after) return
    event.preventDefault()
    onChange(index, after)
  }
  const drawn = line && boxBetween(line.from, line.to)
  return (
    <fieldset
      className="k-black"
      id={id}
      ref={field}
      aria-label={label}
      onPointerDown={begin}
      onPointerMove={(event) => line && setLine({ ...line, to: pointOf(event) })}
      onPointerUp={end}
      onPointerCancel={() => setLine(null)}
    >
      <img className="k-black-picture" src={src} alt="" draggable={false} />
      {boxes.map((box, index) => (
        <button
          key={nameOf(index + 1)}
          type="button"
          className={classNames('k-black-box', index === chosen && 'k-black-chosen')}
          style={percentOf(box)}
          aria-label={nameOf(index + 1)}
          aria-pressed={index === chosen}
          onClick={() => onChoose(index)}
          onFocus={() => onChoose(index)}
          onKeyDown={press(index, box)}
        />
      ))}
      {drawn && <span className="k-black-box" style={percentOf(drawn)} />}
    </fieldset>
  )
}
