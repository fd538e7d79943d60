import { useCategories } from '@/api/categories'
import { useDistricts } from '@/api/districts'
import type { PublicFilter } from '@/api/public-reports'
import { Box } from '@/kit/box'
import { Choice } from '@/kit/choice'
import { Select } from '@/kit/select'
import { TextField } from '@/kit/text-field'
import { useText } from '@/locale/use-text'
import './public-filters.scss'

export interface PublicFiltersProps {
  filter: PublicFilter
  onChange: (part: Partial<PublicFilter>) => void
}

/** How far it is, where, what kind, which words. */
export function PublicFilters({ filter, onChange }: PublicFiltersProps) {
  const t = useText()
  const districts = useDistricts()
  const categories = useCategories()
  const optionsOf = (items: readonly { code: string; name: string }[] = []) =>
    items.map(({ code, name }) => ({ value: code, label: name }))
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
      <Box className="public-selects">
        <Select
          id="public-district"
          label={t('public.district')}
          empty={t('public.district.all')}
          options={optionsOf(districts.data?.items)}
          value={filter.district}
          onChange={(district) => onChange({ district })}
        />
        <Select
          id="public-category"
          label={t('report-new.category')}
          empty={t('public.category.all')}
          options={optionsOf(categories.data)}
          value={filter.category}
          onChange={(category) => onChange({ category })}
        />
      </Box>
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
