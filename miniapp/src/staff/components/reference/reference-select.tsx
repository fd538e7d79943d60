import type { Referred } from '@shared/domain/city-tables.ts'
import type { FieldBasics } from '@/kit/field'
import { LoadState } from '@/kit/load-state'
import { Select } from '@/kit/select'
import { referenceWords, useReferences } from './use-references'

interface ReferenceSelectProps extends FieldBasics {
  kind: Referred
  /** '': nothing chosen yet */
  value: string
  onChange: (code: string) => void
  /** the words for '' */
  empty?: string
  /** a code: only what is there */
  district?: string
  /** offered before all others: `*` as "all" */
  first?: readonly { value: string; label: string }[]
  disabled?: boolean
}

const ALL = 300
const NONE: readonly { value: string; label: string }[] = []

/** One of a few, chosen by its name. */
export function ReferenceSelect({ kind, district = '', first = NONE, ...select }: ReferenceSelectProps) {
  const query = useReferences(kind, { limit: ALL, ...(district && { district }) }, !select.disabled)
  const options = (query.data ?? []).map((one) => ({
    value: one.code,
    label: district === '' ? referenceWords(one) : one.name,
  }))
  if (select.disabled) return <Select {...select} options={[]} />
  return (
    <LoadState query={query} skeleton={{ rows: 1 }}>
      {() => <Select {...select} options={[...first, ...options]} />}
    </LoadState>
  )
}
