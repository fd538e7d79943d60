import { useCategories } from '@/api/categories'
import { useDistricts } from '@/api/districts'
import { Box } from '@/kit/box'
import { Select } from '@/kit/select'
import { useText } from '@/locale/use-text'
import './where-and-what.scss'

export interface WhereAndWhatProps {
  /** begins the ids of both fields */
  name: string
  district: string
  category: string
  onChange: (part: { district?: string; category?: string }) => void
}

/** Which district, what kind of matter: what public reports and figures are narrowed to. '' is all of them. */
export function WhereAndWhat({ name, district, category, onChange }: WhereAndWhatProps) {
  const t = useText()
  const districts = useDistricts()
  const categories = useCategories()
  const optionsOf = (items: readonly { code: string; name: string }[] = []) =>
    items.map((item) => ({ value: item.code, label: item.name }))
  return (
    <Box className="where-and-what">
      <Select
        id={`${name}-district`}
        label={t('public.district')}
        empty={t('public.district.all')}
        options={optionsOf(districts.data?.items)}
        value={district}
        onChange={(code) => onChange({ district: code })}
      />
      <Select
        id={`${name}-category`}
        label={t('report-new.category')}
        empty={t('public.category.all')}
        options={optionsOf(categories.data)}
        value={category}
        onChange={(code) => onChange({ category: code })}
      />
    </Box>
  )
}
