import { useEffect, useState } from 'react'

const MINUTE = 60_000

/** The time, a minute exact: what is left of a due time goes on shrinking while the page stays open. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE)
    return () => clearInterval(timer)
  }, [])
  return now
}
