import { BATCHES, THEMES } from '@shared/cases/reform-case.ts'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Select } from '@/kit/select'
import { TextField } from '@/kit/text-field'
import { useText } from '@/locale/use-text'
import type { CaseFilter } from './case-filter'
import { themeIcons } from './theme-icons'
import './case-filters.scss'

export interface CaseFiltersProps {
  filter: CaseFilter
  onChange: (part: Partial<CaseFilter>) => void
}

/** Search, batch and theme. A theme that is pressed again is let go. */
export function CaseFilters({ filter, onChange }: CaseFiltersProps) {
  const t = useText()
  const batches = BATCHES.map((value) => ({ value, label: t(`cases.batch.${value}`) }))
  return (
    <Box as="section" label={t('cases.filters')} gap={3}>
      <Box row wrap gap={2}>
        <TextField
          id="case-search"
          className="case-search"
          type="search"
          label={t('cases.search')}
          placeholder={t('cases.search.example')}
          autoComplete="off"
          value={filter.q}
          onChange={(q) => onChange({ q })}
        />
        <Select
          id="case-batch"
          className="case-batch"
          label={t('cases.batch')}
          empty={t('cases.batch.all')}
          options={batches}
          value={filter.batch}
          onChange={(batch) => onChange({ batch: BATCHES.find((one) => one === batch) ?? '' })}
        />
      </Box>
      <Box as="nav" label={t('cases.theme')} className="case-themes">
        {THEMES.map((theme) => (
          <Button
            key={theme}
            small
            className="case-theme"
            icon={themeIcons[theme]}
            pressed={filter.theme === theme}
            onClick={() => onChange({ theme: filter.theme === theme ? '' : theme })}
          >
            {t(`cases.theme.${theme}`)}
          </Button>
        ))}
      </Box>
    </Box>
  )
}
