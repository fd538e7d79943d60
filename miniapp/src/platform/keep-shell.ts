interface Connection {
  connection?: { saveData?: boolean }
}

/**
 * Lets the browser keep the app itself, so that it opens without a network. Asked for after everything the person
 * waits for, and not of those who save data.
 */
export function keepShell(): void {
  const { serviceWorker, connection } = navigator as Navigator & Connection
  if (!serviceWorker || connection?.saveData) return
  // Not every browser allows it everywhere; then the app needs a network, as before.
  const register = () => void serviceWorker.register('/sw.js').catch(() => undefined)
  if (document.readyState === 'complete') register()
  else window.addEventListener('load', register, { once: true })
}
