import type { WishAnswer } from '@shared/contract/case-wish.ts'
import type { ShownCase } from '@shared/contract/reform-case.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useStore } from 'zustand'
import { ApiError } from '@/api/api-error'
import { readWishes, wishForCase } from '@/api/cases'
import { queryClient } from '@/api/query-client'
import { language } from '@/locale/translate'
import { buzz } from '@/platform/haptics'
import { useSession } from '@/state/session'

export interface Wish extends Pick<WishAnswer, 'demand' | 'mine'> {
  busy: boolean
  /** in the server's words; '' when all is well */
  problem: string
  /** a district's code; null takes the wish back */
  put: (district: string | null) => void
}

/** "I want this in my district", for one case. What the server answered counts from then on. */
export function useWish({ slug, demand }: Pick<ShownCase, 'slug' | 'demand'>): Wish {
  const locale = useStore(language, (now) => now.locale)
  // Who has no session has wished for nothing yet.
  const enabled = useSession((now) => now.open)
  const queryKey = ['wishes', locale, slug]
  const own = useQuery({
    queryKey,
    queryFn: ({ signal }) => readWishes(slug, signal),
    enabled,
  })
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const put = async (district: string | null) => {
    setBusy(true)
    setProblem('')
    try {
      const answer = await wishForCase(slug, district)
      // The first wish opens a session, with which the old state is being asked for already: it must not come last.
      await queryClient.cancelQueries({ queryKey })
      queryClient.setQueryData(queryKey, answer)
      buzz()
      void queryClient.invalidateQueries({ queryKey: ['demand'] })
      void queryClient.invalidateQueries({ queryKey: ['case', locale, slug] })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setProblem(error.message)
    } finally {
      setBusy(false)
    }
  }
  return {
    demand: own.data?.demand ?? demand,
    mine: own.data?.mine ?? null,
    busy,
    problem,
    put: (district) => void put(district),
  }
}
