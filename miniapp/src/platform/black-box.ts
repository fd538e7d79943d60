/** A part of a picture that is painted over; everything in parts of the picture's width and height, 0..1. */
export interface BlackBox {
  left: number
  top: number
  width: number
  height: number
}

/** Smaller ones hide nothing and cannot be taken hold of again. */
const SMALLEST = 0.03

const within = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))

/** Where a box begins that was not drawn: in the middle. */
export const firstBox: BlackBox = { left: 0.35, top: 0.4, width: 0.3, height: 0.2 }

/** The box between two corners, kept inside the picture; null for a mere tap. */
export function boxBetween(a: { x: number; y: number }, b: { x: number; y: number }): BlackBox | null {
  const left = within(Math.min(a.x, b.x), 0, 1)
  const top = within(Math.min(a.y, b.y), 0, 1)
  const width = within(Math.max(a.x, b.x), 0, 1) - left
  const height = within(Math.max(a.y, b.y), 0, 1) - top
  return width < SMALLEST && height < SMALLEST ? null : grownBox({ left, top, width, height }, 0, 0)
}

/** The box moved by parts of the picture, as far as it goes. */
export function movedBox(box: BlackBox, across: number, down: number): BlackBox {
  return {
    ...box,
    left: within(box.left + across, 0, 1 - box.width),
    top: within(box.top + down, 0, 1 - box.height),
  }
}

/** The box with its right and lower side moved, as far as it goes. */
export function grownBox(box: BlackBox, across: number, down: number): BlackBox {
  const width = within(box.width + across, SMALLEST, 1)
  const height = within(box.height + down, SMALLEST, 1)
  return movedBox({ ...box, width, height }, 0, 0)
}

const STEP = 0.02
const STEPS: Record<string, [number, number]> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
}

/** What a key makes of a box: arrows move it, with Shift they move its lower right corner; null for any other key. */
export function boxAfterKey(box: BlackBox, key: string, shift: boolean): BlackBox | null {
  const step = STEPS[key]
  if (!step) return null
  return shift ? grownBox(box, ...step) : movedBox(box, ...step)
}

/** For a style: where the box lies over its picture. */
export function percentOf({ left, top, width, height }: BlackBox) {
  const percent = (part: number) => `${(part * 100).toFixed(2)}%`
  return { left: percent(left), top: percent(top), width: percent(width), height: percent(height) }
}
