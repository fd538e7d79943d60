import type { Category } from '@shared/contract/category.ts'

const MOST = 4

/** The longer a keyword, the surer it is what is meant. */
function score(category: Category, words: string): number {
  const said = [category.name, ...category.keywords].filter((keyword) =>
    words.includes(keyword.toLowerCase()),
  )
  return said.reduce((sum, keyword) => sum + keyword.length, 0)
}

/** The categories whose keywords somebody has written, the likeliest first. */
export function suggestCategories(categories: readonly Category[], text: string): Category[] {
  const words = text.toLowerCase()
  return categories
    .map((category) => ({ category, points: score(category, words) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .slice(0, MOST)
    .map(({ category }) => category)
}
