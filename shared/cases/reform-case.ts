/** Where a case was chosen or passed on, with how many of it this library holds: 10, 6 and 5. */
export const BATCHES = ['2024-most-gained', '2024-micro-reforms', 'replicated-second-batch'] as const
export type CaseBatch = (typeof BATCHES)[number]

/** What a case is about, one theme each, in the order filters show them. */
export const THEMES = [
  'people-voice',
  'public-service',
  'health',
  'education',
  'elderly-childcare',
  'housing-renewal',
  'safety',
  'culture-rural',
  'business',
  'talent',
] as const
export type CaseTheme = (typeof THEMES)[number]

/** The two cases that are this product: scanning a station's code, and the deputies' snapshot. */
export const PRODUCT_LINKS = ['report', 'snapshot'] as const
export type CaseProductLink = (typeof PRODUCT_LINKS)[number]

/** One number a source gives. `value` is in the base unit (9260000 千瓦时, not 926 万), so that it can be compared and summed. */
export interface CaseFigure {
  value: number
  /** The number before the reform, when the source gives the pair. Same unit as `value`. */
  before?: number
  /** Simplified; `%` for shares. */
  unit: string
  label: string
  labelHant: string
  /** How it reads. Carries the source's "more than", "about", "nearly", which `value` cannot. */
  text: string
  textHant: string
  /** What is counted, for which period, and how exact it is. */
  counts: string
  countsHant: string
}

export interface CaseSource {
  title: string
  publisher: string
  /** `YYYY-MM-DD`; null when the text itself bears no date. */
  publishedAt: string | null
}

/** A reform Guangzhou has tried, told in our own words. Plain fields are Simplified, `…Hant` the same in Traditional. */
export interface ReformCase {
  /** Kebab-case English; part of addresses, so it never changes. */
  slug: string
  title: string
  titleHant: string
  batch: CaseBatch
  /** The unit that led the reform. */
  lead: string
  leadHant: string
  /** GB/T 2260 code. Absent where the city, or more than one district, led. */
  district?: { code: string; name: string }
  /** Codes of the districts that tried it, where there is more than one. */
  triedIn?: readonly string[]
  theme: CaseTheme
  productLink?: CaseProductLink
  summary: string
  summaryHant: string
  /** Two to four paragraphs. */
  body: string[]
  bodyHant: string[]
  /** How it works, in three to five short steps. */
  steps: string[]
  stepsHant: string[]
  figures: CaseFigure[]
  source: CaseSource
}
