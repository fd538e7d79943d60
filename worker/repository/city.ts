import { write, type Database, type Query } from './query.ts'

/** A city's tables as plain objects, one a row, with the keys that `TABLES` names. */
export interface CityRows {
  districts: readonly object[]
  streets: readonly object[]
  stations: readonly object[]
  deputies: readonly object[]
  bodies: readonly object[]
  categoryGroups: readonly object[]
  categories: readonly object[]
  deadlineLimits: readonly object[]
  routingRules: readonly object[]
  answerTemplates: readonly object[]
  accounts: readonly object[]
  appAccounts: readonly object[]
  apiKeys: readonly object[]
}

interface Table {
  name: string
  rows: keyof CityRows
  /** Column to its value: a key of the row's object, or `?2` for the moment and `?3` for the password hash. */
  columns: Record<string, string>
}

const NAMES = { name: 'name', name_hant: 'nameHant' }
const SPELLED = { pinyin: 'pinyin' }
const POSITION = { lat_e6: 'latE6', lng_e6: 'lngE6' }

/** In the order in which they refer to each other. */
const TABLES: readonly Table[] = [
  {
    name: 'district',
    rows: 'districts',
    columns: { code: 'code', ...NAMES, ...SPELLED, name_en: 'nameEn', ...POSITION },
  },
  {
    name: 'street',
    rows: 'streets',
    columns: { code: 'code', district_code: 'districtCode', ...NAMES, ...SPELLED, kind: 'kind' },
  },
  {
    name: 'station',
    rows: 'stations',
    columns: {
      number: 'number',
      ...NAMES,
      ...SPELLED,
      district_code: 'districtCode',
      street_code: 'streetCode',
      address: 'address',
      ...POSITION,
      hours: 'hours',
    },
  },
  {
    name: 'station_code',
    rows: 'stations',
    columns: { code: 'code', station_number: 'number', created_at: '?2' },
  },
  {
    name: 'deputy',
    rows: 'deputies',
    columns: {
      id: 'id',
      station_number: 'stationNumber',
      ...NAMES,
      level: 'level',
      title: 'title',
      title_hant: 'titleHant',
    },
  },
  {
    name: 'body',
    rows: 'bodies',
    columns: {
      code: 'code',
      ...NAMES,
      name_en: 'nameEn',
      kind: 'kind',
      district_code: 'districtCode',
      street_code: 'streetCode',
    },
  },
  {
    name: 'category_group',
    rows: 'categoryGroups',
    columns: { code: 'code', ...NAMES, name_en: 'nameEn', icon: 'icon', sort: 'sort' },
  },
  {
    name: 'category',
    rows: 'categories',
    columns: {
      code: 'code',
      group_code: 'groupCode',
      ...NAMES,
      name_en: 'nameEn',
      icon: 'icon',
      sort: 'sort',
      evidence_required: 'evidenceRequired',
      complexity: 'complexity',
      questions: 'questions',
      keywords: 'keywords',
    },
  },
  {
    name: 'deadline_limit',
    rows: 'deadlineLimits',
    columns: { category_code: 'categoryCode', complexity: 'complexity', step: 'step', days: 'days' },
  },
  {
    name: 'routing_rule',
    rows: 'routingRules',
    columns: {
      category_code: 'categoryCode',
      district_code: 'districtCode',
      street_code: 'streetCode',
      body_code: 'bodyCode',
    },
  },
  {
    name: 'answer_template',
    rows: 'answerTemplates',
    columns: {
      code: 'code',
      action: 'action',
      body_code: 'bodyCode',
      station_number: 'stationNumber',
      ...NAMES,
      text: 'text',
      text_hant: 'textHant',
      sort: 'sort',
      active: 'active',
    },
  },
  {
    name: 'account',
    rows: 'accounts',
    columns: {
      id: 'id',
      role: 'role',
      username: 'username',
      name: 'name',
      station_number: 'stationNumber',
      body_code: 'bodyCode',
      district_code: 'districtCode',
      deputy_id: 'deputyId',
      password_hash: '?3',
      created_at: '?2',
    },
  },
  { name: 'account', rows: 'appAccounts', columns: { id: 'id', role: 'role', created_at: '?2' } },
  {
    name: 'api_key',
    rows: 'apiKeys',
    columns: {
      id: 'id',
      key_hash: 'keyHash',
      prefix: 'prefix',
      name: 'name',
      contact: 'contact',
      per_day: 'perDay',
      asks_consent: 'asksConsent',
      account_id: 'accountId',
      created_at: '?2',
    },
  },
]

/** Rows a statement: one bound text must stay well under D1's 2 MB. */
const CHUNK = 1000

function insertRows(
  db: Database,
  table: Table,
  rows: readonly object[],
  now: number,
  passwordHash: string,
): Query<void> {
  // `->>` gives what a column holds: numbers and texts as such, true as 1, lists and objects as their JSON.
  const values = Object.values(table.columns).map((key) =>
    key.startsWith('?') ? key : `value ->> '$.${key}'`,
  )
  // The condition only names the parameters that a table does not use: D1 refuses to bind what does not occur.
  const statement = db
    .prepare(
      `INSERT INTO ${table.name} (${Object.keys(table.columns).join(', ')})
       SELECT ${values.join(', ')} FROM json_each(?1) WHERE ?2 IS NOT NULL AND ?3 IS NOT NULL`,
    )
    .bind(JSON.stringify(rows), now, passwordHash)
  return write(statement)
}

/** Everything that writes a whole city, to be run as one batch. All accounts get the same password. */
export function cityQueries(db: Database, city: CityRows, now: number, passwordHash: string): Query<void>[] {
  return TABLES.flatMap((table) => {
    const rows = city[table.rows]
    const chunks = Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, i) =>
      rows.slice(i * CHUNK, (i + 1) * CHUNK),
    )
    return chunks.map((chunk) => insertRows(db, table, chunk, now, passwordHash))
  })
}

/** Whether the database holds a city already. */
export function hasCity(db: Database): Query<boolean> {
  return { statement: db.prepare('SELECT 1 FROM district LIMIT 1'), read: (rows) => rows.length > 0 }
}
