import type { Names } from '@shared/contract/reference.ts'
import type { CityField } from '@shared/domain/city-tables.ts'
import type { FieldBasics } from '@/kit/field'
import { ReferenceSearch } from '../../components/reference/reference-search'
import { ReferenceSelect } from '../../components/reference/reference-select'
import { useStaffText } from '../../locale/use-staff-text'

interface CityReferenceInputProps extends FieldBasics {
  field: CityField
  value: string
  /** what the row's codes stand for, as the list said */
  names: Names
  /** the row's district, which narrows what can be chosen; '' when it has none */
  district: string
  onChange: (code: string) => void
}

/** A column that speaks of another table: chosen by name, searched where there are many. */
export function CityReferenceInput({ field, names, district, ...rest }: CityReferenceInputProps) {
  const t = useStaffText()
  const { refers = 'categories', orAll } = field
  const whole = rest.optional ? t('staff.city.pick.whole') : undefined
  switch (refers) {
    case 'stations':
      return <ReferenceSearch {...rest} kind="stations" name={names.stations?.[rest.value]} />
    case 'bodies':
      return <ReferenceSearch {...rest} kind="bodies" name={names.bodies?.[rest.value]} district={district} />
    case 'streets':
      return <StreetInput {...rest} district={district} />
    default:
      return (
        <ReferenceSelect
          {...rest}
          kind={refers}
          empty={whole}
          first={orAll ? [{ value: '*', label: t('staff.city.all-categories') }] : []}
        />
      )
  }
}

/** A street or town of the district that stands above. */
function StreetInput({ district, ...rest }: Omit<CityReferenceInputProps, 'field' | 'names'>) {
  const t = useStaffText()
  const whole = rest.optional ? t('staff.city.pick.whole-district') : undefined
  if (district !== '') return <ReferenceSelect {...rest} kind="streets" district={district} empty={whole} />
  return <ReferenceSelect {...rest} kind="streets" disabled hint={t('staff.city.pick.district-first')} />
}
