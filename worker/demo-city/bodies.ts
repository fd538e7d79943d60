import type { Body, District } from './city-shape.ts'
import { districtSlug } from './districts.ts'
import type { StreetRow } from './streets.ts'
import { toTraditional } from './traditional.ts'

/** One of each in every district: [code, what follows the district's name, English]. */
const DISTRICT_DEPARTMENTS = [
  ['urban-management', '城市管理和综合执法局', 'Urban Management Bureau'],
  ['housing-construction', '住房和建设局', 'Housing and Construction Bureau'],
  ['water', '水务局', 'Water Bureau'],
  ['parks', '林业和园林局', 'Parks and Forestry Bureau'],
  ['ecology', '生态环境分局', 'Ecology and Environment Branch'],
  ['traffic-police', '交警大队', 'Traffic Police'],
  ['market', '市场监督管理局', 'Market Supervision Bureau'],
  ['health', '卫生健康局', 'Health Bureau'],
  ['civil-affairs', '民政局', 'Civil Affairs Bureau'],
  ['education', '教育局', 'Education Bureau'],
] as const
export type DistrictDepartment = (typeof DISTRICT_DEPARTMENTS)[number][0]

/** Networks that end at no district's border: [code, name, English]. */
const CITY_BODIES = [
  ['city-water', '市自来水公司', 'Guangzhou Water Supply'],
  ['city-power', '市供电局', 'Guangzhou Power Supply Bureau'],
  ['city-gas', '市燃气公司', 'Guangzhou Gas'],
  ['city-metro', '市地铁公司', 'Guangzhou Metro'],
  ['city-bus', '市公交公司', 'Guangzhou Buses'],
  ['city-telecom', '市通信管理局', 'Guangzhou Telecommunications Office'],
] as const
export type CityBody = (typeof CITY_BODIES)[number][0]

export function departmentCode(district: District, department: DistrictDepartment): string {
  return `${districtSlug(district)}-${department}`
}

export function streetOfficeCode(streetCode: string): string {
  return `street-${streetCode}`
}

function departmentsOf(district: District): Body[] {
  return DISTRICT_DEPARTMENTS.map(([department, name, nameEn]) => ({
    code: departmentCode(district, department),
    name: district.name + name,
    nameHant: district.nameHant + toTraditional(name),
    nameEn: `${district.nameEn} ${nameEn}`,
    kind: 'district_department',
    districtCode: district.code,
    streetCode: null,
  }))
}

function officeOf(street: StreetRow): Body {
  const [office, officeEn] =
    street.kind === 'town' ? ['人民政府', 'Town Government'] : ['办事处', 'Subdistrict Office']
  return {
    code: streetOfficeCode(street.code),
    name: street.name + office,
    nameHant: street.nameHant + toTraditional(office ?? ''),
    nameEn: `${street.pinyin} ${officeEn}`,
    kind: 'street_office',
    districtCode: street.districtCode,
    streetCode: street.code,
  }
}

/** Every body that can be made responsible: the city's, ten departments a district, an office a street. */
export function buildBodies(districts: readonly District[], streets: readonly StreetRow[]): Body[] {
  const city = CITY_BODIES.map<Body>(([code, name, nameEn]) => ({
    code,
    name,
    nameHant: toTraditional(name),
    nameEn,
    kind: 'city_department',
    districtCode: null,
    streetCode: null,
  }))
  return [...city, ...districts.flatMap(departmentsOf), ...streets.map(officeOf)]
}
