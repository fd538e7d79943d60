import { env } from 'cloudflare:test'
import { api, type Caller } from './api.ts'

/** One call that must succeed. */
export interface Good {
  caller?: Caller
  path?: Readonly<Record<string, string>>
  query?: Readonly<Record<string, string>>
  body?: unknown
  /** A body that is no JSON. */
  raw?: { type: string; body: string | Uint8Array<ArrayBuffer> }
}
export type Make = () => Good | Promise<Good>

export const DISTRICT = '440104'
export const HOUSING = 'yuexiu-housing-construction'

/** The one value that a query finds. */
export async function first<T>(sql: string): Promise<T> {
  return (await env.DB.prepare(sql).first<{ value: T }>())?.value as T
}

const CITY_ROWS: Readonly<Record<string, { id: string; change: object; row: object }>> = {
  Stations: {
    id: '0003',
    change: { hours: '工作日' },
    row: {
      number: '9998',
      name: '样本联络站',
      nameHant: '樣本聯絡站',
      districtCode: DISTRICT,
      address: '样本路 1 号',
      lat: 23.1,
      lng: 113.2,
      hours: '工作日',
    },
  },
  Deputies: {
    id: 'd-0003-01',
    change: { title: '区人大代表' },
    row: {
      id: 'd-9998-01',
      stationNumber: '0003',
      name: '样本',
      nameHant: '樣本',
      level: 'town',
      title: '镇人大代表',
      titleHant: '鎮人大代表',
    },
  },
  Bodies: {
    id: HOUSING,
    change: { name: '越秀区住房和建设局' },
    row: {
      code: 'sample-body',
      name: '样本局',
      nameHant: '樣本局',
      nameEn: 'Sample Bureau',
      kind: 'city_department',
      districtCode: null,
      streetCode: null,
    },
  },
  Categories: {
    id: 'street-lighting',
    change: { sort: 3 },
    row: {
      code: 'sample-category',
      name: '样本',
      nameHant: '樣本',
      nameEn: 'Sample',
      icon: 'lamp',
      sort: 1,
      evidenceRequired: false,
      complexity: 'simple',
      keywords: [],
      questions: [],
    },
  },
  Limits: {
    id: '*~*~sign',
    change: { days: 1 },
    row: { categoryCode: 'street-lighting', complexity: 'simple', step: 'sign', days: 1 },
  },
  Templates: {
    id: '',
    change: { name: '改名' },
    row: {
      code: 'sample-words',
      action: 'finish',
      bodyCode: HOUSING,
      stationNumber: null,
      name: '样本',
      nameHant: '樣本',
      text: '{place}已办好。',
      textHant: '{place}已辦好。',
      sort: 1,
      active: true,
    },
  },
  RoutingRules: {
    id: '',
    change: { bodyCode: HOUSING },
    row: { categoryCode: 'street-lighting', districtCode: DISTRICT, bodyCode: HOUSING },
  },
}

/** Where a row of a table is whose names the city makes. */
const FIRST_IDS: Readonly<Record<string, string>> = {
  Templates: 'SELECT code AS value FROM answer_template LIMIT 1',
  RoutingRules: `SELECT category_code || '~' || district_code || '~' || street_code AS value FROM routing_rule
    WHERE body_code = '${HOUSING}' LIMIT 1`,
}

/** What of a row only the database knows. */
async function referred(table: string): Promise<object> {
  const street = await first<string>(
    `SELECT code AS value FROM street WHERE district_code = '${DISTRICT}' LIMIT 1`,
  )
  if (table === 'Stations' || table === 'RoutingRules') return { streetCode: street }
  if (table === 'Categories')
    return { groupCode: await first('SELECT code AS value FROM category_group LIMIT 1') }
  return {}
}

/** Makers for what is kept in the tables of the city: adding, changing, importing. */
export function ofCityTables(admin: Caller): Record<string, Make> {
  return Object.fromEntries(
    Object.entries(CITY_ROWS).flatMap(([name, { id, change, row }]): [string, Make][] => {
      const path = name.replace(/(?<=.)[A-Z]/, (letter) => `-${letter}`).toLowerCase()
      const rowId = async () => id || (await first<string>(FIRST_IDS[name] ?? ''))
      const csv = async () => (await api(`/admin/${path}/export`, admin)).text()
      return [
        [`addCity${name}`, async () => ({ body: { ...row, ...(await referred(name)) } })],
        [`changeCity${name}`, async () => ({ path: { id: await rowId() }, body: change })],
        [`importCity${name}`, async () => ({ raw: { type: 'text/csv', body: await csv() } })],
      ]
    }),
  )
}
