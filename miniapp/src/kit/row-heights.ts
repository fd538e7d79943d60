/** How high rows are: measured where they have been drawn, guessed elsewhere. In px. */
export class RowHeights {
  private readonly known: number[] = []

  private readonly guess: number

  constructor(guess: number) {
    this.guess = guess
  }

  /** Answers by how much the row is higher than was thought. */
  measure(index: number, height: number): number {
    const before = this.of(index)
    this.known[index] = height
    return height - before
  }

  /** The height of rows `from` to before `to`. */
  sum(from: number, to: number): number {
    let sum = 0
    for (let index = from; index < to; index += 1) sum += this.of(index)
    return sum
  }

  /** The row at a distance from the top of the first. */
  at(distance: number, count: number): number {
    let below = 0
    for (let index = 0; index < count; index += 1) {
      below += this.of(index)
      if (below > distance) return index
    }
    return Math.max(0, count - 1)
  }

  private of(index: number): number {
    return this.known[index] ?? this.guess
  }
}
