import { useEffect, useState } from 'react'

/** Typing rests this long (ms) before it is searched for. */
const PAUSE = 300

/** What was typed, trimmed, a moment after the last key. */
export function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed.trim())
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed.trim()), PAUSE)
    return () => clearTimeout(timer)
  }, [typed])
  return settled
}
