import { create } from 'zustand'
import { readJson, writeJson } from './kept-json'

const KEY = 'mashang.waiting-station'

interface WaitingStation {
  /** the code that was scanned where there was no network; null when none waits */
  code: string | null
}

/** A code that could not be opened yet. Kept, so that nobody has to walk back to the poster. */
export const useWaitingStation = create<WaitingStation>(() => {
  const code = readJson(KEY)?.code
  return { code: typeof code === 'string' && code !== '' ? code : null }
})

useWaitingStation.subscribe(({ code }) => writeJson(KEY, code === null ? null : { code }))

export function keepWaiting(code: string): void {
  if (useWaitingStation.getState().code !== code) useWaitingStation.setState({ code })
}

/** It has been opened, or leads nowhere. */
export function stopWaiting(code: string): void {
  if (useWaitingStation.getState().code === code) useWaitingStation.setState({ code: null })
}
