/**
 * Stand-ins for web classes that libraries construct and WeChat's logic layer lacks.
 * webpack provides them in the mini program only (config/index.ts); without AbortController
 * react-query stays pending for ever, silently.
 */
class Signal {
  aborted = false
  reason: unknown = undefined
  onabort: (() => void) | null = null
  private listeners: (() => void)[] = []

  addEventListener(_type: 'abort', listener: () => void) {
    this.listeners.push(listener)
  }
  removeEventListener(_type: 'abort', listener: () => void) {
    this.listeners = this.listeners.filter((one) => one !== listener)
  }
  throwIfAborted() {
    if (this.aborted) throw this.reason
  }
  fire(reason: unknown) {
    if (this.aborted) return
    this.aborted = true
    this.reason = reason ?? new Error('aborted')
    this.onabort?.()
    for (const listener of this.listeners.splice(0)) listener()
  }
}

export class AbortController {
  signal = new Signal()
  abort(reason?: unknown) {
    this.signal.fire(reason)
  }
}
