import type { Health } from '@shared/contract/health.ts'
import type { Switch } from '@shared/domain/switches.ts'
import { useEffect } from 'react'
import { create } from 'zustand'
import { request } from '@/api/client'

interface CitySwitches {
  /** What the city has turned off; undefined until it was asked. */
  off: readonly Switch[] | undefined
}

export const useCitySwitches = create<CitySwitches>(() => ({ off: undefined }))

let asking: Promise<void> | null = null

/** Asks the city, once a visit; without an answer everything is offered, and the server refuses what it must. */
function askForSwitches(): void {
  if (useCitySwitches.getState().off !== undefined) return
  asking ??= request<Partial<Health>>({ path: '/api/v1/health' })
    .then(({ off }) => useCitySwitches.setState({ off: off ?? [] }))
    .catch(() => undefined)
    .finally(() => {
      asking = null
    })
}

/** Whether the city has turned something off: then it is not offered. */
export function useIsOff(name: Switch): boolean {
  useEffect(askForSwitches, [])
  return useCitySwitches(({ off }) => off?.includes(name) ?? false)
}
