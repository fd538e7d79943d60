/**
 * Whether a text has a part that differs from `sought` by at most one character: another one, one missing, one too
 * many. Goes through the text once, as Sellers does.
 */
export function isNearlyIn(sought: string, text: string): boolean {
  const letters = [...sought]
  let row = letters.map((_, index) => index + 1)
  if (letters.length === 0) return false
  for (const letter of text) {
    let diagonal = 0
    let above = 0
    row = row.map((before, index) => {
      const cost = Math.min(diagonal + (letters[index] === letter ? 0 : 1), before + 1, above + 1)
      diagonal = before
      above = cost
      return cost
    })
    if ((row.at(-1) ?? 2) <= 1) return true
  }
  return false
}

/** Whether two short texts differ by at most one character. */
export function isNearly(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  const shared = Math.min(one.length, other.length)
  let same = 0
  while (same < shared && one[same] === other[same]) same++
  const [restOne, restOther] = [one.slice(same), other.slice(same)]
  return (
    restOne.slice(1) === restOther.slice(1) ||
    restOne.slice(1) === restOther ||
    restOne === restOther.slice(1)
  )
}
