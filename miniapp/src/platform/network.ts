/** True as long as the device believes it has a network. */
export function isOnline(): boolean {
  return navigator.onLine
}

/** Calls back at every change; returns how to stop. */
export function onNetworkChange(tell: (online: boolean) => void): () => void {
  const listener = () => tell(navigator.onLine)
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** Calls back when the person comes back to the app. */
export function onReturn(tell: () => void): () => void {
  const listener = () => {
    if (document.visibilityState === 'visible') tell()
  }
  document.addEventListener('visibilitychange', listener)
  return () => document.removeEventListener('visibilitychange', listener)
}
