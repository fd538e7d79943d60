import type { PublicFilter } from '@/api/public-reports'
import { WhereAndWhat } from '@/components/where-and-what/where-and-what'
import { Box } from '@/kit/box'
import { Choice } from '@/kit/choice'
import { TextField } from '@/kit/text-field'
import { useText } from '@/locale/use-text'

export interface PublicFiltersProps {
  filter: PublicFilter
  onChange: (part: Partial<PublicFilter>) => void
}

/** How far it is, where, what kind, which words. */
export function PublicFilters({ filter, onChange }: PublicFiltersProps) {
  const t = useText()
  const states = (['all', 'open', 'answered'] as const).map((value) => ({
    value,
    label: t(`public.state.${value}`),
  }))
  return (
    <Box as="section" label={t('public.filters')} gap={3}>
      <TextField
        id="public-search"
        type="search"
        label={t('public.search')}
        placeholder={t('public.search.example')}
        autoComplete="off"
        value={filter.q}
        onChange={(q) => onChange({ q })}
      />
      <WhereAndWhat name="public" district={filter.district} category={filter.category} onChange={onChange} />
      <Choice
        id="public-state"
        label={t('public.state')}
        hideLabel
        layout="inline"
        value={filter.state === '' ? 'all' : filter.state}
        options={states}
        onChange={(state) => onChange({ state: state === 'all' ? '' : state })}
      />
    </Box>
  )
}
