import { removeText } from '@/platform/storage'

/** Forgets what a test left on the device, also what is only remembered in memory. */
export function forgetDevice(): void {
  for (const key of Object.keys(localStorage)) removeText(key)
}
