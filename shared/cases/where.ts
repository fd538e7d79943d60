import type { ReformCase } from './reform-case.ts'

/** Where a case is done by now: in the whole city when the city itself led it, else in the districts that tried it. */
export interface CaseReach {
  city: boolean
  /** Codes; empty for the whole city. */
  districts: readonly string[]
}

export function reachOf({ district, triedIn }: Pick<ReformCase, 'district' | 'triedIn'>): CaseReach {
  const districts = district ? [district.code] : (triedIn ?? [])
  return { city: districts.length === 0, districts }
}
