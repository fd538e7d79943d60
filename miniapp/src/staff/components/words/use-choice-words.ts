import { CITY_TABLE_SHAPES } from '@shared/domain/city-tables.ts'
import { useStaffText } from '../../locale/use-staff-text'
import { type StaffTextKey, staffZhHans } from '../../locale/zh-hans'

const CHOICES = new Set(
  Object.values(CITY_TABLE_SHAPES).flatMap(({ fields }) => fields.flatMap(({ choices }) => choices ?? [])),
)

/** A choice as people say it. */
export function useChoiceWords(): (choice: string) => string {
  const t = useStaffText()
  return (choice) => {
    const key = `staff.city.choice.${choice === '*' ? 'all' : choice}`
    return CHOICES.has(choice) && key in staffZhHans ? t(key as StaffTextKey) : choice
  }
}
