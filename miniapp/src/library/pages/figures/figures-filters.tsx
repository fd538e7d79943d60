import { useCategories } from '@/api/categories'
import { useDistricts } from '@/api/districts'
import { Box } from '@/kit/box'
import { Choice } from '@/kit/choice'
import { Select } from '@/kit/select'
import { useText } from '@/locale/use-text'
import { type FiguresFilter, PERIODS } from './figures-filter'

export interface FiguresFiltersProps {
  filter: FiguresFilter
  onChange: (part: Partial<FiguresFilter>) => void
}

/** When, where, what kind. */
export function FiguresFilters({ filter, onChange }: FiguresFiltersProps) {
  const t = useText()
  const districts = useDistricts()
  const categories = useCategories()
  const optionsOf = (items: readonly { code: string; name: string }[] = []) =>
    items.map(({ code, name }) => ({ value: code, label: name }))
  return (
    <Box as="section" label={t('figures.narrow')} gap={3}>
      <Choice
        id="figures-period"
        label={t('figures.period')}
        layout="inline"
        value={filter.period}
        options={PERIODS.map((value) => ({ value, label: t(`figures.period.${value}`) }))}
        onChange={(period) => onChange({ period })}
      />
      <Box className="figures-selects">
        <Select
          id="figures-district"
          label={t('public.district')}
          empty={t('public.district.all')}
          options={optionsOf(districts.data?.items)}
          value={filter.district}
          onChange={(district) => onChange({ district })}
        />
        <Select
          id="figures-category"
          label={t('report-new.category')}
          empty={t('public.category.all')}
          options={optionsOf(categories.data)}
          value={filter.category}
          onChange={(category) => onChange({ category })}
        />
      </Box>
    </Box>
  )
}
