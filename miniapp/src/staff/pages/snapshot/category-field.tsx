import type { Category } from '@shared/contract/category.ts'
import { Box } from '@/kit/box'
import { Choice } from '@/kit/choice'
import { Select } from '@/kit/select'
import { useStaffText } from '../../locale/use-staff-text'
import { changeSnapshot } from '../../state/snapshot-draft'
import { iconOf } from '../../state/use-category-icon'
import { useSnapshotCategory } from './use-snapshot'

interface CategoryFieldProps {
  id: string
  error?: string
}

const choose = (categoryCode: string) => changeSnapshot({ categoryCode })

/** What the words suggest as tiles, the likeliest chosen; every other kind in a list below. */
export function CategoryField({ id, error }: CategoryFieldProps) {
  const t = useStaffText()
  const { categories, suggested, category } = useSnapshotCategory()
  const all = { options: categories.map(optionOf), onChange: choose }
  if (!category) {
    return (
      <Select
        id={id}
        label={t('staff.snapshot.category')}
        hint={t('staff.snapshot.category.hint')}
        value=""
        error={error}
        {...all}
      />
    )
  }
  const tiles = [category, ...suggested.filter(({ code }) => code !== category.code)]
  return (
    <Box gap={3}>
      <Choice
        id={id}
        label={t('staff.snapshot.category')}
        layout="tiles"
        value={category.code}
        options={tiles.map((one) => ({ value: one.code, label: one.name, icon: iconOf(one) }))}
        onChange={choose}
        error={error}
      />
      <Select id={`${id}-all`} label={t('staff.snapshot.category.all')} value="" optional {...all} />
    </Box>
  )
}

const optionOf = ({ code, name, group }: Category) => ({ value: code, label: `${group.name} · ${name}` })
