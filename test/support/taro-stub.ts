import { useEffect } from 'react'
import { vi } from 'vitest'

/**
 * Stands in for @tarojs/taro where pages run in jsdom. Navigation is recorded, not done; a page's
 * query is set with `setQuery` before it is rendered; "shown" is when it is mounted.
 */
let query: Record<string, string> = {}

export function setQuery(next: Record<string, string>): void {
  query = next
}

const navigation = () => vi.fn(async (_option: { url?: string; delta?: number }) => ({ errMsg: 'ok' }))

export const navigateTo = navigation()
export const redirectTo = navigation()
export const reLaunch = navigation()
export const navigateBack = navigation()
export const getCurrentPages = vi.fn<() => unknown[]>(() => [{}])

export const useRouter = () => ({ params: query })
export const useDidShow = (run: () => void) => useEffect(run, [])
export const useDidHide = (_run: () => void) => undefined
export const usePageNotFound = (_run: () => void) => undefined

export default { navigateTo, redirectTo, reLaunch, navigateBack, getCurrentPages }
