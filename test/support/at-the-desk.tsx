import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, configure, render, type RenderResult } from '@testing-library/react'
import type { ComponentType } from 'react'
import { afterEach, beforeAll, beforeEach, vi } from 'vitest'
import { queryClient } from '@/api/query-client'
import { speak } from '@/locale/translate'
import { NOW } from './staff-answers.ts'
import { mendJsdom, staffCity, type StaffCity } from './staff-city.ts'
import { setQuery } from './taro-stub'

/**
 * Before every test of a file: a device that keeps nothing, in Simplified Chinese, at `NOW`, and a city that answers
 * what the test says.
 *
 * @param prepare gets the city
 */
export function atTheDesk(prepare: (city: StaffCity) => void): void {
  beforeAll(() => {
    mendJsdom()
    // Other lanes may keep the machine busy.
    configure({ asyncUtilTimeout: 4000 })
  })
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(NOW) })
    await speak('zh-hans')
    localStorage.clear()
    setQuery({})
    prepare(staffCity())
  })
  afterEach(() => {
    cleanup()
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })
}

/** A page as the app shows it. */
export function showPage(Page: ComponentType): RenderResult {
  return render(
    <QueryClientProvider client={queryClient}>
      <Page />
    </QueryClientProvider>,
  )
}
