import { useQuery } from '@tanstack/react-query'
import type { Category } from '@shared/contract/category.ts'
import { useStore } from 'zustand'
import { language } from '@/locale/translate'
import { readText, writeText } from '@/platform/storage'
import { request } from './client'

/** What can be reported, as the city has it, in one language; kept on the device so that a draft goes on without a network. */
export async function listCategories(signal?: AbortSignal): Promise<Category[]> {
  const { locale } = language.getState()
  const { items } = await request<{ items: Category[] }>({ path: '/api/v1/categories', signal })
  writeText(keptAs(locale), JSON.stringify(items))
  return items
}

const UNSEARCHED = { sounds: [], traditional: '' } satisfies Partial<Category>

const keptAs = (locale: string) => `mashang.categories.${locale}`

function kept(locale: string): Category[] | undefined {
  try {
    const items = JSON.parse(readText(keptAs(locale)) ?? '') as Category[]
    // What an older version kept has no sounds.
    return items.map((one) => ({ ...UNSEARCHED, ...one }))
  } catch {
    return undefined
  }
}

export function useCategories() {
  const locale = useStore(language, (now) => now.locale)
  return useQuery({
    queryKey: ['categories', locale],
    queryFn: ({ signal }) => listCategories(signal),
    // Shown at once; asked for anew all the same.
    initialData: () => kept(locale),
    initialDataUpdatedAt: 0,
    staleTime: 10 * 60_000,
  })
}
