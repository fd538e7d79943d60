import type { DrawingShape, Ink } from '@/kit/drawing-data'

/** One spoon-shaped petal of length 1, pointing up from the origin: two curves as points. */
const petal: [number, number][] = [
  [-0.5, -0.22],
  [-0.62, -0.95],
  [0, -1],
  [0.62, -0.95],
  [0.5, -0.22],
  [0, 0],
]

/** The flower of Guangzhou, five petals around a heart: the mark of the product. */
export function kapok(
  x: number,
  y: number,
  radius: number,
  ink: Ink = 'kapok',
  heart: Ink = 'blush',
): DrawingShape[] {
  const petals = [0, 1, 2, 3, 4].map((turn) => petalPath(x, y, radius, (turn * 2 * Math.PI) / 5)).join('')
  return [
    { d: petals, fill: ink },
    { d: circle(x, y, radius * 0.2), fill: heart },
  ]
}

function petalPath(x: number, y: number, radius: number, angle: number): string {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)]
  const place = ([px, py]: [number, number]) =>
    `${round(x + radius * (px * cos - py * sin))} ${round(y + radius * (px * sin + py * cos))}`
  const points = petal.map(place)
  return `M${round(x)} ${round(y)}C${points.slice(0, 3).join(' ')}C${points.slice(3).join(' ')}Z`
}

export function circle(x: number, y: number, radius: number): string {
  const [r, d] = [round(radius), round(radius * 2)]
  return `M${round(x - radius)} ${round(y)}a${r} ${r} 0 1 0 ${d} 0a${r} ${r} 0 1 0 -${d} 0Z`
}

const round = (value: number) => Math.round(value * 100) / 100
