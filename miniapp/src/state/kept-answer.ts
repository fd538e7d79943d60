import { readJson, writeJson } from './kept-json'

/** Rises when an answer that is kept changes its shape: what an older version left is then not read. */
const FORMAT = 1
const PREFIX = `kept.${FORMAT}.`

/** An answer of the API as it was taken, to be read again without a network. */
export interface KeptAnswer<T> {
  data: T
  /** Milliseconds. */
  takenAt: number
}

export function readAnswerKept<T>(name: string): KeptAnswer<T> | null {
  const kept = readJson(PREFIX + name)
  return kept && typeof kept.takenAt === 'number' && 'data' in kept
    ? (kept as unknown as KeptAnswer<T>)
    : null
}

/** Only for what everybody may read: a device may be shared. A device without room does without. */
export function keepAnswer(name: string, data: unknown): void {
  try {
    writeJson(PREFIX + name, { data, takenAt: Date.now() })
  } catch {
    // A mini program's storage is full: the answer is on the screen all the same.
  }
}
