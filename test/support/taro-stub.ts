import { useEffect, useRef } from 'react'
import { vi } from 'vitest'

/**
 * Stands in for @tarojs/taro where pages run in jsdom. Navigation is recorded, not done; a page's
 * query is set with `setQuery` before it is rendered; "shown" is when it is mounted.
 */
let query: Record<string, string> = {}

export function setQuery(next: Record<string, string>): void {
  query = next
}

type Navigate = (option: { url?: string; delta?: number }) => Promise<{ errMsg: string }>
const navigation = () => vi.fn<Navigate>(async () => ({ errMsg: 'ok' }))

export const navigateTo = navigation()
export const redirectTo = navigation()
export const reLaunch = navigation()
export const navigateBack = navigation()
export const getCurrentPages = vi.fn<() => unknown[]>(() => [{}])

export const useRouter = () => ({ params: query })
export function useDidShow(run: () => void): void {
  const shown = useRef(false)
  useEffect(() => {
    if (shown.current) return
    shown.current = true
    run()
  })
}
export const useDidHide = (_run: () => void) => undefined
export const usePageNotFound = (_run: () => void) => undefined

export default { navigateTo, redirectTo, reLaunch, navigateBack, getCurrentPages }
