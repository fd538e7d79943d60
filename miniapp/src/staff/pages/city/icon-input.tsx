import { Choice } from '@/kit/choice'
import type { FieldBasics } from '@/kit/field'
import { useStaffText } from '../../locale/use-staff-text'

/** Drawings that stand for a thing in the city; the others of the kit are buttons and marks. */
const ICONS = [
  'road',
  'lamp',
  'water',
  'trash',
  'tree',
  'home',
  'building',
  'bus',
  'shield',
  'noise',
  'market',
  'heart',
  'school',
  'people',
  'idea',
  'alert',
  'flag',
] as const

interface IconInputProps extends FieldBasics {
  value: string
  onChange: (value: string) => void
}

/** The drawing of a category, chosen by sight. */
export function IconInput({ value, ...field }: IconInputProps) {
  const t = useStaffText()
  const options = ICONS.map((icon) => ({ value: icon, icon, label: t(`staff.city.icon.${icon}`) }))
  return (
    <Choice
      {...field}
      layout="tiles"
      value={options.find((one) => one.value === value)?.value ?? null}
      options={options}
    />
  )
}
