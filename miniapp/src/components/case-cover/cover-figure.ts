import type { ShownCaseFigure } from '@shared/contract/reform-case.ts'

/**
 * The one number a case is told by on its cover, by its value. Chosen by hand: the largest is not always the
 * one that matters. null: the source gives none that belongs to this case alone.
 */
const COVER_VALUES: Record<string, number | null> = {
  'credit-for-utilities': 9_260_000,
  'police-one-window': 380_000,
  'people-voice-by-code': 16_720,
  'childcare-network': 90_000,
  'better-homes': 146,
  'seamless-medical-payment': 0,
  'campus-city-partnership': 10,
  'project-partner': 333,
  'hong-kong-macao-tax-bridge': 80_000_000,
  'self-funded-rebuilding': 3,
  'high-school-places': 80_416,
  'elderly-canteens': 786_000,
  'deputy-snapshot': 4_500,
  'old-property-renewal': 200_000,
  'smallest-emergency-circle': 13,
  'village-gala': 250_000_000,
  'three-plus-x-investment': 3,
  'policy-payout': 3,
  'historic-quarters': null,
  'one-yuan-clinic': 1,
  'talent-group': 24,
}

/** The figure on a case's cover; the first one of a case that is not in the list yet. */
export function coverFigure(slug: string, figures: readonly ShownCaseFigure[]): ShownCaseFigure | null {
  const value = COVER_VALUES[slug]
  if (value === null) return null
  return figures.find((figure) => figure.value === value) ?? figures[0] ?? null
}
