import type { Category } from '@shared/contract/category.ts'

const MOST = 6

/** How well a category fits: its name counts more than a word of its keywords, a longer word more than a short one. */
function fit({ name, group, keywords }: Category, typed: string): number {
  const words = [...keywords, name.toLowerCase()]
  const inTyped = words
    .filter((word) => word.length > 1 && typed.includes(word))
    .reduce((sum, word) => sum + word.length, 0)
  const starts = words.filter((word) => word.includes(typed)).length
  const named = name.toLowerCase().includes(typed) ? 3 : group.name.toLowerCase().includes(typed) ? 1 : 0
  return inTyped * 2 + starts + named
}

/** The categories that fit what somebody typed in their own words, the best first. */
export function findCategories(categories: readonly Category[], typed: string): Category[] {
  const words = typed.trim().toLowerCase()
  if (words === '') return []
  return categories
    .map((category) => ({ category, points: fit(category, words) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .slice(0, MOST)
    .map(({ category }) => category)
}

export interface CategoryGroup {
  code: string
  name: string
  icon: string
}

/** The groups in the order in which the categories come. */
export function groupsOf(categories: readonly Category[]): CategoryGroup[] {
  return [...new Map(categories.map(({ group }) => [group.code, group])).values()]
}
