// @ts-check
/** @type {NodeJS.Signals[]} */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Calls back when this process is asked to end: by Ctrl-C, by a signal, or because the process that started
 * it, holding an IPC channel to it, is gone.
 * @param {() => void} callback
 * @returns {() => void} stops listening
 */
export function onInterrupt(callback) {
  for (const signal of SIGNALS) process.on(signal, callback)
  process.on('disconnect', callback)
  process.channel?.unref()
  return () => {
    for (const signal of SIGNALS) process.off(signal, callback)
    process.off('disconnect', callback)
  }
}
