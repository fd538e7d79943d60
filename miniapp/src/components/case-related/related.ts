import type { CaseRow } from '@shared/contract/reform-case.ts'

const AT_MOST = 4

/** What to read after a case: first others of its theme, then its neighbours in the order of the announcements. */
export function relatedTo(
  { slug, theme }: Pick<CaseRow, 'slug' | 'theme'>,
  all: readonly CaseRow[],
): CaseRow[] {
  const place = all.findIndex((other) => other.slug === slug)
  const others = [...all.slice(place + 1), ...all.slice(0, Math.max(0, place))]
  const alike = others.filter((other) => other.theme === theme)
  return [...alike, ...others.filter((other) => other.theme !== theme)].slice(0, AT_MOST)
}
