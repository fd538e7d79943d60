import type { CityField, CityTable } from '@shared/domain/city-tables.ts'
import { useStaffText } from '../../locale/use-staff-text'
import { type StaffTextKey, staffZhHans } from '../../locale/zh-hans'

/** What helps to fill a column in: how a number of one's own is made up, an example, what a number counts. */
export function useFieldHint(table: CityTable): (field: CityField) => string | undefined {
  const t = useStaffText()
  return ({ name }) => {
    const key = [`staff.city.hint.${table}.${name}`, `staff.city.hint.${name}`].find(
      (one) => one in staffZhHans,
    )
    return key && t(key as StaffTextKey)
  }
}
