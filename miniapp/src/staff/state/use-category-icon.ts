import type { Category } from '@shared/contract/category.ts'
import { useCategories } from '@/api/categories'
import { type IconName, iconPaths } from '@/kit/icon-paths'

/** The server names icons of ours; one it made up is shown as a flag. */
export function iconOf(category: Pick<Category, 'icon'> | undefined): IconName {
  const icon = category?.icon ?? ''
  return icon in iconPaths ? (icon as IconName) : 'flag'
}

/** The icon of a category by its code. */
export function useCategoryIcon(): (code: string) => IconName {
  const { data } = useCategories()
  return (code) => iconOf(data?.find((category) => category.code === code))
}
