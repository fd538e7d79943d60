import { useEffect, useState } from 'react'

const WIDE = '(min-width: 1024px)'
// A test environment has no matchMedia: it is a phone then.
const query = () => window.matchMedia?.(WIDE)

/** True where two panes stand side by side. */
export function useWide(): boolean {
  const [wide, setWide] = useState(() => query()?.matches ?? false)
  useEffect(() => {
    const list = query()
    const follow = () => setWide(list.matches)
    list?.addEventListener('change', follow)
    return () => list?.removeEventListener('change', follow)
  }, [])
  return wide
}
