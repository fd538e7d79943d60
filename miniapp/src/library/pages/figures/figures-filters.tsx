import { WhereAndWhat } from '@/components/where-and-what/where-and-what'
import { Box } from '@/kit/box'
import { Choice } from '@/kit/choice'
import { useText } from '@/locale/use-text'
import { type FiguresFilter, PERIODS } from './figures-filter'

export interface FiguresFiltersProps {
  filter: FiguresFilter
  onChange: (part: Partial<FiguresFilter>) => void
}

/** When, where, what kind. */
export function FiguresFilters({ filter, onChange }: FiguresFiltersProps) {
  const t = useText()
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
      <WhereAndWhat
        name="figures"
        district={filter.district}
        category={filter.category}
        onChange={onChange}
      />
    </Box>
  )
}
