import type { PickedText } from './pick-text'

/** Tables are kept at a desk: in the mini program nothing offers it. */
export async function pickText(_accept: string): Promise<PickedText | null> {
  return null
}
