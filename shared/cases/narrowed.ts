import { searchCases } from './search.ts'

/** What a list of cases is narrowed to; what is missing or empty narrows nothing. */
export interface CaseNarrowing {
  q?: string | undefined
  batch?: string | undefined
  theme?: string | undefined
  /** A district's code: cases that are done there. */
  district?: string | undefined
}

/** What must be known of a case. */
export interface NarrowedCase {
  slug: string
  batch: string
  theme: string
  /** Codes. */
  districts: readonly string[]
}

/**
 * The cases that fit, in their own order, or the best first where words are looked for. The API and the app, which
 * needs no network for it, narrow alike.
 */
export function narrowedCases<T>(
  cases: readonly T[],
  { q, batch, theme, district }: CaseNarrowing,
  read: (one: T) => NarrowedCase,
): T[] {
  const fits = ({ districts, ...one }: NarrowedCase) =>
    (!batch || one.batch === batch) &&
    (!theme || one.theme === theme) &&
    (!district || districts.includes(district))
  const fitting = cases.map((one) => ({ one, known: read(one) })).filter(({ known }) => fits(known))
  const ranked = searchCases(q ?? '')
  if (ranked === null) return fitting.map(({ one }) => one)
  const found = new Map(fitting.map(({ one, known }) => [known.slug, one]))
  return ranked.flatMap((slug) => found.get(slug) ?? [])
}
