import { useQuery } from '@tanstack/react-query'
import { useDistricts } from '@/api/districts'
import { getStation } from '@/api/stations'
import { LoadState } from '@/kit/load-state'
import { Select } from '@/kit/select'
import { ReferenceSearch } from '../../components/reference/reference-search'
import { useStaffText } from '../../locale/use-staff-text'
import { useLocale } from '../../state/use-locale'
import { newAccountId, type NewAccount } from './new-account'

interface OfficeFieldsProps {
  entered: NewAccount
  set: (changes: Partial<NewAccount>) => void
  errors: Readonly<Record<string, string>>
}

const RARELY_CHANGES = 10 * 60_000
const optionsOf = (items: readonly { code: string; name: string }[]) =>
  items.map(({ code, name }) => ({ value: code, label: name }))

/** Where somebody works: what there is to fill in depends on the role. */
export function OfficeFields(props: OfficeFieldsProps) {
  switch (props.entered.role) {
    case 'station':
      return <StationField {...props} />
    case 'deputy':
      return (
        <>
          <StationField {...props} />
          <DeputyField {...props} />
        </>
      )
    case 'body':
      return (
        <>
          <DistrictField {...props} />
          <BodyField {...props} />
        </>
      )
    case 'supervisor':
      return <DistrictField {...props} />
    default:
      return null
  }
}

function StationField({ entered, set, errors }: OfficeFieldsProps) {
  const t = useStaffText()
  return (
    <ReferenceSearch
      id={newAccountId('stationNumber')}
      kind="stations"
      label={t('staff.accounts.station')}
      value={entered.stationNumber}
      onChange={(stationNumber) => set({ stationNumber, deputyId: '' })}
      error={errors.stationNumber}
    />
  )
}

function DeputyField({ entered, set, errors }: OfficeFieldsProps) {
  const t = useStaffText()
  const locale = useLocale()
  const number = entered.stationNumber
  const query = useQuery({
    queryKey: ['station', number, locale],
    queryFn: ({ signal }) => getStation(number, signal),
    enabled: number !== '',
    staleTime: RARELY_CHANGES,
  })
  if (number === '') return null
  return (
    <LoadState query={query} skeleton={{ rows: 1 }}>
      {({ deputies }) => (
        <Select
          id={newAccountId('deputyId')}
          label={t('staff.field.deputy')}
          value={entered.deputyId}
          options={deputies.map(({ id, name, title }) => ({ value: id, label: `${name} · ${title}` }))}
          onChange={(deputyId) => set({ deputyId })}
          error={errors.deputyId}
        />
      )}
    </LoadState>
  )
}

function DistrictField({ entered, set, errors }: OfficeFieldsProps) {
  const t = useStaffText()
  const query = useDistricts()
  const isSupervisor = entered.role === 'supervisor'
  return (
    <LoadState query={query} skeleton={{ rows: 1 }}>
      {({ items }) => (
        <Select
          id={newAccountId('districtCode')}
          label={t('staff.report.district')}
          empty={t(isSupervisor ? 'staff.accounts.district.all' : 'staff.accounts.district.any')}
          value={entered.districtCode}
          options={optionsOf(items)}
          onChange={(districtCode) => set({ districtCode, bodyCode: '' })}
          error={errors.districtCode}
          optional
        />
      )}
    </LoadState>
  )
}

function BodyField({ entered, set, errors }: OfficeFieldsProps) {
  const t = useStaffText()
  return (
    <ReferenceSearch
      id={newAccountId('bodyCode')}
      kind="bodies"
      label={t('staff.field.body')}
      value={entered.bodyCode}
      district={entered.districtCode}
      onChange={(bodyCode) => set({ bodyCode })}
      error={errors.bodyCode}
    />
  )
}
