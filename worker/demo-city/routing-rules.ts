import { departmentCode, streetOfficeCode, type CityBody, type DistrictDepartment } from './bodies.ts'
import type { District, RoutingRule, Street } from './city-shape.ts'

/** Whose duty a category is in every district. */
const BY_DEPARTMENT: Record<DistrictDepartment, readonly string[]> = {
  'urban-management': [
    'public-toilet',
    'renovation-waste',
    'illegal-building',
    'shared-bikes',
    'street-vending',
  ],
  'housing-construction': [
    'street-lighting',
    'road-damage',
    'manhole-cover',
    'barrier-free',
    'lift-retrofit',
    'property-management',
    'wall-hazard',
  ],
  water: ['waterlogging', 'sewer-overflow', 'river'],
  parks: ['tree-hazard', 'green-space'],
  ecology: ['construction-noise', 'cooking-fumes'],
  'traffic-police': ['traffic-signal', 'parking', 'school-gate'],
  market: ['lift-fault', 'wet-market', 'food-safety'],
  health: ['pests', 'clinic', 'childcare'],
  'civil-affairs': ['elder-canteen', 'elder-care'],
  education: ['school-life'],
}

const BY_CITY_BODY: Record<CityBody, readonly string[]> = {
  'city-water': ['tap-water'],
  'city-power': ['power-supply'],
  'city-gas': ['gas-safety'],
  'city-metro': ['metro-access'],
  'city-bus': ['bus-service'],
  'city-telecom': ['overhead-cables'],
}

/** What the street's or town's own office is nearest to. */
const BY_STREET_OFFICE: readonly string[] = [
  'litter-heap',
  'waste-sorting',
  'fitness-equipment',
  'ev-charging',
  'fire-lane',
  'neighbour-noise',
  'idea-street',
]

function rulesOfDistrict(district: District): RoutingRule[] {
  const rule = (categoryCode: string, bodyCode: string): RoutingRule => ({
    categoryCode,
    districtCode: district.code,
    streetCode: '',
    bodyCode,
  })
  const departments = Object.entries(BY_DEPARTMENT) as [DistrictDepartment, readonly string[]][]
  return [
    ...departments.flatMap(([department, codes]) =>
      codes.map((code) => rule(code, departmentCode(district, department))),
    ),
    ...Object.entries(BY_CITY_BODY).flatMap(([body, codes]) => codes.map((code) => rule(code, body))),
  ]
}

/**
 * The rules of the whole city. `idea-law` and `idea-other` deliberately have none: somebody has to read those
 * first, and unrouted snapshots must exist to be tried out.
 */
export function buildRoutingRules(districts: readonly District[], streets: readonly Street[]): RoutingRule[] {
  const byStreet = streets.flatMap(({ code, districtCode }) =>
    BY_STREET_OFFICE.map((categoryCode) => ({
      categoryCode,
      districtCode,
      streetCode: code,
      bodyCode: streetOfficeCode(code),
    })),
  )
  return [...districts.flatMap(rulesOfDistrict), ...byStreet]
}
