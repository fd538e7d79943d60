import { useQuery } from '@tanstack/react-query'
import type { Reference } from '@shared/contract/reference.ts'
import type { Referred } from '@shared/domain/city-tables.ts'
import { listReferences } from '../../api/city-tables'
import { useLocale } from '../../state/use-locale'

const RARELY_CHANGES = 60_000

/** What to look for; `district` is a code. */
export interface Wanted {
  q?: string
  district?: string
  limit?: number
}

/** What can be chosen of a kind, in the language on the screen. */
export function useReferences(kind: Referred, wanted: Wanted, enabled = true) {
  const locale = useLocale()
  return useQuery({
    queryKey: ['staff', 'references', kind, wanted, locale],
    queryFn: ({ signal }) => listReferences(kind, wanted, signal),
    staleTime: RARELY_CHANGES,
    enabled,
  })
}

/** How one is offered: by name, and what it belongs to where two may be called the same. */
export function referenceWords({ name, within }: Reference): string {
  return within === '' ? name : `${within} · ${name}`
}
