import { TEMPLATE_ACTIONS, TEMPLATE_TEXT } from './answer-template.ts'
import { COMPLEXITIES, LIMITS } from './report-state.ts'

/** What an administrator keeps as tables, by form and by CSV. */
export const CITY_TABLES = [
  'stations',
  'deputies',
  'bodies',
  'categories',
  'limits',
  'routing-rules',
  'templates',
] as const
export type CityTable = (typeof CITY_TABLES)[number]

/** Tables that rows of others speak of; the last three nobody changes here. */
export const REFERRED = [
  'stations',
  'bodies',
  'categories',
  'districts',
  'streets',
  'category-groups',
] as const
export type Referred = (typeof REFERRED)[number]

/**
 * One column. `words` are short words with spaces between them in a CSV cell; `questions` are a category's own, JSON in
 * a cell; `degrees` are WGS84.
 */
export interface CityField {
  name: string
  kind: 'text' | 'whole' | 'degrees' | 'flag' | 'choice' | 'words' | 'questions'
  /** Characters of a text, words of `words`; the largest of a number. */
  most?: number
  least?: number
  pattern?: RegExp
  choices?: readonly string[]
  refers?: Referred
  /** Also `*`, which stands for all. */
  orAll?: true
  /** May be empty; null in answers. */
  optional?: true
}

export interface CityTableShape {
  /** The columns that tell a row from the others; `~` between their values is its id. */
  key: readonly string[]
  fields: readonly CityField[]
}

const text = (name: string, most = 60): CityField => ({ name, kind: 'text', most })
const CODE = /^[a-z0-9][a-z0-9-]{0,59}$/
const NAMES = [text('name'), text('nameHant')]
const NAMES_OF_THREE = [...NAMES, text('nameEn', 120)]
const district: CityField = { name: 'districtCode', kind: 'text', refers: 'districts' }
const street: CityField = { name: 'streetCode', kind: 'text', refers: 'streets' }

export const CITY_TABLE_SHAPES: Record<CityTable, CityTableShape> = {
  stations: {
    key: ['number'],
    fields: [
      { name: 'number', kind: 'text', pattern: /^\d{4}$/ },
      ...NAMES,
      district,
      street,
      text('address', 120),
      { name: 'lat', kind: 'degrees', least: -90, most: 90 },
      { name: 'lng', kind: 'degrees', least: -180, most: 180 },
      text('hours', 80),
    ],
  },
  deputies: {
    key: ['id'],
    fields: [
      { name: 'id', kind: 'text', pattern: /^[a-z0-9][a-z0-9-]{0,39}$/ },
      { name: 'stationNumber', kind: 'text', refers: 'stations' },
      ...NAMES,
      { name: 'level', kind: 'choice', choices: ['nation', 'province', 'city', 'district', 'town'] },
      text('title', 80),
      text('titleHant', 80),
    ],
  },
  bodies: {
    key: ['code'],
    fields: [
      { name: 'code', kind: 'text', pattern: CODE },
      ...NAMES_OF_THREE,
      { name: 'kind', kind: 'choice', choices: ['street_office', 'district_department', 'city_department'] },
      { ...district, optional: true },
      { ...street, optional: true },
    ],
  },
  categories: {
    key: ['code'],
    fields: [
      { name: 'code', kind: 'text', pattern: CODE },
      { name: 'groupCode', kind: 'text', refers: 'category-groups' },
      ...NAMES_OF_THREE,
      { name: 'icon', kind: 'text', pattern: CODE },
      { name: 'sort', kind: 'whole', least: 0, most: 100_000 },
      { name: 'evidenceRequired', kind: 'flag' },
      { name: 'complexity', kind: 'choice', choices: COMPLEXITIES },
      { name: 'keywords', kind: 'words', most: 60 },
      { name: 'questions', kind: 'questions', most: 10 },
    ],
  },
  limits: {
    key: ['categoryCode', 'complexity', 'step'],
    fields: [
      { name: 'categoryCode', kind: 'text', refers: 'categories', orAll: true },
      { name: 'complexity', kind: 'choice', choices: ['*', ...COMPLEXITIES] },
      { name: 'step', kind: 'choice', choices: LIMITS },
      { name: 'days', kind: 'whole', least: 1, most: 366 },
    ],
  },
  'routing-rules': {
    key: ['categoryCode', 'districtCode', 'streetCode'],
    fields: [
      { name: 'categoryCode', kind: 'text', refers: 'categories' },
      district,
      // Empty: the whole district.
      { ...street, optional: true },
      { name: 'bodyCode', kind: 'text', refers: 'bodies' },
    ],
  },
  templates: {
    key: ['code'],
    fields: [
      { name: 'code', kind: 'text', pattern: CODE },
      { name: 'action', kind: 'choice', choices: TEMPLATE_ACTIONS },
      // Neither: for the whole city.
      { name: 'bodyCode', kind: 'text', refers: 'bodies', optional: true },
      { name: 'stationNumber', kind: 'text', refers: 'stations', optional: true },
      ...NAMES,
      { name: 'text', kind: 'text', most: 1000, pattern: TEMPLATE_TEXT },
      { name: 'textHant', kind: 'text', most: 1000, pattern: TEMPLATE_TEXT },
      { name: 'sort', kind: 'whole', least: 0, most: 100_000 },
      { name: 'active', kind: 'flag' },
    ],
  },
}

/** A row as it travels: columns to values. */
export type CityRow = Record<string, unknown>

/** What a row is known by, in addresses and in the audit log. */
export function cityRowId(table: CityTable, row: CityRow): string {
  return CITY_TABLE_SHAPES[table].key.map((name) => String(row[name] ?? '')).join('~')
}

const FALSE = new Set(['false', '0', 'no', '否'])
const TRUE = new Set(['true', '1', 'yes', '是'])

/** A cell of a CSV file as the value it stands for; what stands for none stays text, and is refused as such. */
export function valueOfCell({ kind, optional }: CityField, cell: string): unknown {
  const written = cell.trim()
  if (written === '') return optional ? null : kind === 'words' || kind === 'questions' ? [] : ''
  switch (kind) {
    case 'whole':
    case 'degrees':
      return /^-?\d+(\.\d+)?$/.test(written) ? Number(written) : written
    case 'flag':
      if (TRUE.has(written.toLowerCase())) return true
      return FALSE.has(written.toLowerCase()) ? false : written
    case 'words':
      return written.split(/[\s、,，]+/).filter(Boolean)
    case 'questions':
      try {
        return JSON.parse(written)
      } catch {
        return written
      }
    default:
      return written
  }
}

/** A value as a cell of a CSV file, which `valueOfCell` reads back. */
export function cellOfValue({ kind }: CityField, value: unknown): string | number | boolean | null {
  if (kind === 'words') return (value as string[]).join(' ')
  if (kind === 'questions') return JSON.stringify(value)
  return value as string | number | boolean | null
}
