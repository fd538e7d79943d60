import { scrollToId } from './scroll'

/** A mini program's boxes take no focus: bringing the box into view is what is left. */
export function focusOn(id: string): void {
  scrollToId(id)
}
