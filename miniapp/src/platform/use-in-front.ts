import { useState } from 'react'
import { useHidden, useShown } from './navigation'

/** Whether this page is the one the person looks at: not covered by another, nor the app in the background. */
export function useInFront(): boolean {
  const [inFront, setInFront] = useState(true)
  useShown(() => setInFront(true))
  useHidden(() => setInFront(false))
  return inFront
}
