import type { DeadlineLimit } from './city-shape.ts'

/**
 * The city's limits as seeded (lifecycle.md, "Time"): working days, `rating` in calendar days.
 * The most specific row wins: category and complexity, then complexity alone, then '*'.
 */
export const DEADLINE_LIMITS: readonly DeadlineLimit[] = [
  { categoryCode: '*', complexity: '*', step: 'pre_review', days: 1 },
  { categoryCode: '*', complexity: '*', step: 'sign', days: 1 },
  { categoryCode: '*', complexity: 'simple', step: 'handle', days: 3 },
  { categoryCode: '*', complexity: 'ordinary', step: 'handle', days: 5 },
  { categoryCode: '*', complexity: 'complex', step: 'handle', days: 15 },
  { categoryCode: '*', complexity: '*', step: 'review', days: 1 },
  { categoryCode: '*', complexity: '*', step: 'rating', days: 7 },
  { categoryCode: '*', complexity: '*', step: 'needs_info', days: 5 },
  // How long a station may push an overdue report before the supervisor hears of it.
  { categoryCode: '*', complexity: '*', step: 'escalation', days: 1 },
  // An open manhole or a stuck lift cannot wait three days.
  { categoryCode: 'manhole-cover', complexity: 'simple', step: 'handle', days: 1 },
  { categoryCode: 'lift-fault', complexity: 'simple', step: 'handle', days: 1 },
  // A lift shaft needs plans, neighbours and a permit.
  { categoryCode: 'lift-retrofit', complexity: 'complex', step: 'handle', days: 20 },
]
