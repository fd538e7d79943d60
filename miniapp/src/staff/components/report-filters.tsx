import { STATES } from '@shared/domain/report-state.ts'
import { MATTERS } from '@shared/domain/supervision-matters.ts'
import { useCategories } from '@/api/categories'
import { useDistricts } from '@/api/districts'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Checkbox } from '@/kit/checkbox'
import { Disclosure } from '@/kit/disclosure'
import { Select } from '@/kit/select'
import { TextField } from '@/kit/text-field'
import { useStaffText } from '../locale/use-staff-text'
import { isFiltered, NO_FILTER, type ReportFilter } from '../state/report-filter'

/** Where the key `/` leads, in a list with these ids. */
export const searchField = (ids: string) => `${ids}-search`

interface ReportFiltersProps {
  filter: ReportFilter
  onChange: (filter: ReportFilter) => void
  /** what the ids begin with: two lists may be open behind each other */
  ids: string
  /** may be narrowed to what a supervisor looks after */
  matters?: boolean
}

/** Words first, everything else folded: most look for one report. */
export function ReportFilters({ filter, onChange, ids, matters }: ReportFiltersProps) {
  const t = useStaffText()
  const set = (part: Partial<ReportFilter>) => onChange({ ...filter, ...part })
  const folded = { ...filter, q: '', matter: '', holder: '' } as const
  return (
    <Box gap={3}>
      <TextField
        id={searchField(ids)}
        type="search"
        label={t('staff.search')}
        hint={t('staff.search.hint')}
        autoComplete="off"
        value={filter.q}
        onChange={(words) => set({ q: words })}
      />
      <Narrowed filter={filter} onChange={set} />
      <Disclosure title={t('staff.filter.more')} startOpen={isFiltered(folded)}>
        <Box gap={3}>
          <Kinds ids={ids} filter={filter} onChange={set} />
          {matters && <Matters ids={ids} filter={filter} onChange={set} />}
          <Days ids={ids} filter={filter} onChange={set} />
          <Checkbox
            id={`${ids}-overdue`}
            label={t('staff.inbox.overdue-only')}
            checked={filter.overdue}
            onChange={(overdue) => set({ overdue })}
          />
        </Box>
      </Disclosure>
      {isFiltered(filter) && (
        <Button small kind="ghost" icon="close" onClick={() => onChange(NO_FILTER)}>
          {t('staff.filter.clear')}
        </Button>
      )}
    </Box>
  )
}

interface PartProps {
  ids: string
  filter: ReportFilter
  onChange: (part: Partial<ReportFilter>) => void
}

function Kinds({ ids, filter, onChange }: PartProps) {
  const t = useStaffText()
  const categories = useCategories()
  const districts = useDistricts()
  const optionsOf = (items: readonly { code: string; name: string }[] = []) =>
    items.map(({ code, name }) => ({ value: code, label: name }))
  return (
    <Box className="staff-filter">
      <Select
        id={`${ids}-state`}
        label={t('staff.inbox.state')}
        empty={t('staff.inbox.state.all')}
        value={filter.state}
        options={STATES.map((state) => ({ value: state, label: t(`report.state.${state}`) }))}
        onChange={(chosen) => onChange({ state: STATES.find((state) => state === chosen) ?? '' })}
      />
      <Select
        id={`${ids}-category`}
        label={t('report-new.category')}
        empty={t('public.category.all')}
        value={filter.category}
        options={optionsOf(categories.data)}
        onChange={(category) => onChange({ category })}
      />
      <Select
        id={`${ids}-district`}
        label={t('public.district')}
        empty={t('public.district.all')}
        value={filter.district}
        options={optionsOf(districts.data?.items)}
        onChange={(district) => onChange({ district })}
      />
    </Box>
  )
}

/** What the dashboard has narrowed the list to: seen without unfolding, let go by one press. */
function Narrowed({ filter: { matter, holder }, onChange }: Omit<PartProps, 'ids'>) {
  const t = useStaffText()
  if (matter === '' && holder === '') return null
  return (
    <Box row wrap gap={2}>
      {matter !== '' && (
        <Button small icon="close" onClick={() => onChange({ matter: '' })}>
          {t(`staff.dash.matter.${matter}`)}
        </Button>
      )}
      {holder !== '' && (
        <Button small icon="close" onClick={() => onChange({ holder: '' })}>
          {t('staff.dash.holder.one')}
        </Button>
      )}
    </Box>
  )
}

function Matters({ ids, filter, onChange }: PartProps) {
  const t = useStaffText()
  return (
    <Box className="staff-filter">
      <Select
        id={`${ids}-matter`}
        label={t('staff.dash.matter')}
        empty={t('staff.dash.matter.any')}
        value={filter.matter}
        options={MATTERS.map((matter) => ({ value: matter, label: t(`staff.dash.matter.${matter}`) }))}
        onChange={(chosen) => onChange({ matter: MATTERS.find((matter) => matter === chosen) ?? '' })}
      />
    </Box>
  )
}

function Days({ ids, filter, onChange }: PartProps) {
  const t = useStaffText()
  return (
    <Box className="staff-filter">
      {(['from', 'to'] as const).map((end) => (
        <TextField
          key={end}
          id={`${ids}-${end}`}
          type="date"
          label={t(`staff.filter.${end}`)}
          value={filter[end]}
          onChange={(day) => onChange({ [end]: day })}
          optional
        />
      ))}
    </Box>
  )
}
