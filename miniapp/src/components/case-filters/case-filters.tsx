import { BATCHES, THEMES } from '@shared/cases/reform-case.ts'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Select } from '@/kit/select'
import { TextField } from '@/kit/text-field'
import { useText } from '@/locale/use-text'
import { usePreferences } from '@/state/preferences'
import type { CaseFilter } from './case-filter'
import { themeIcons } from './theme-icons'
import './case-filters.scss'

export interface CaseFiltersProps {
  filter: CaseFilter
  /** where something is done */
  districts: readonly { code: string; name: string }[]
  onChange: (part: Partial<CaseFilter>) => void
}

/** Search, batch, district and theme. */
export function CaseFilters({ filter, districts, onChange }: CaseFiltersProps) {
  const t = useText()
  const elder = usePreferences((now) => now.elder)
  const theme: ThemeProps = { value: filter.theme, onChange: (value) => onChange({ theme: value }) }
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
        <Select
          id="case-district"
          className="case-district"
          label={t('cases.district')}
          empty={t('cases.district.all')}
          options={districts.map(({ code, name }) => ({ value: code, label: name }))}
          value={filter.district}
          onChange={(district) => onChange({ district })}
        />
      </Box>
      {elder ? <ThemeSelect {...theme} /> : <ThemeButtons {...theme} />}
    </Box>
  )
}

interface ThemeProps {
  value: CaseFilter['theme']
  onChange: (theme: CaseFilter['theme']) => void
}

/** All themes in sight; one that is pressed again is let go. */
function ThemeButtons({ value, onChange }: ThemeProps) {
  const t = useText()
  return (
    <Box as="section" label={t('cases.theme')} className="case-themes">
      {THEMES.map((theme) => (
        <Button
          key={theme}
          small
          className="case-theme"
          icon={themeIcons[theme]}
          pressed={value === theme}
          onClick={() => onChange(value === theme ? '' : theme)}
        >
          {t(`cases.theme.${theme}`)}
        </Button>
      ))}
    </Box>
  )
}

/** In elder mode ten large buttons would push the cases off the screen. */
function ThemeSelect({ value, onChange }: ThemeProps) {
  const t = useText()
  return (
    <Select
      id="case-theme"
      label={t('cases.theme')}
      empty={t('cases.theme.all')}
      options={THEMES.map((theme) => ({ value: theme, label: t(`cases.theme.${theme}`) }))}
      value={value}
      onChange={(theme) => onChange(THEMES.find((one) => one === theme) ?? '')}
    />
  )
}
