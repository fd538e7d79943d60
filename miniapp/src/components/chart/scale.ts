/** The round number (1, 2, 4, 5, 8 or 10 times a power of ten) at which an axis ends, so that its half is round too. */
export function axisEnd(most: number): number {
  if (most <= 2) return 2
  const power = 10 ** Math.floor(Math.log10(most))
  return ([1, 2, 4, 6, 8, 10].find((step) => step * power >= most) ?? 10) * power
}
