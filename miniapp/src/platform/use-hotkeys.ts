import { useEffect, useRef } from 'react'
import { useInFront } from './use-in-front'

/** What a key does, by KeyboardEvent.key. */
export type Hotkeys = Record<string, () => void>

const TYPING = 'input, textarea, select, [contenteditable]'
const PRESSABLE = 'a, button, summary, [role=tab]'

/**
 * Single keys for those who work with the keyboard all day. Silent while something is typed, while a dialog is
 * open, and for Enter and the space bar on what they press anyway.
 */
export function useHotkeys(hotkeys: Hotkeys, enabled: boolean): void {
  const latest = useRef(hotkeys)
  // A page that another one covers still stands in the document.
  const inFront = useInFront()
  useEffect(() => {
    latest.current = hotkeys
  })
  useEffect(() => {
    if (!enabled || !inFront) return
    const listen = (event: KeyboardEvent) => {
      const run = latest.current[event.key]
      if (!run || isMeantOtherwise(event)) return
      event.preventDefault()
      run()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [enabled, inFront])
}

function isMeantOtherwise(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true
  if (document.querySelector('dialog[open]')) return true
  const at = event.target instanceof Element ? event.target : document.body
  return at.closest(TYPING) !== null || (event.key === 'Enter' && at.closest(PRESSABLE) !== null)
}
