import { useSyncExternalStore } from 'react'

const read = () => window.location.hash.slice(1)

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}

/** What stands behind the `#` of the address, which a browser sends to nobody; '' for nothing. */
export function useSecretInAddress(): string {
  return useSyncExternalStore(subscribe, read)
}
