import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { secretsFrom } from '../../worker/adapters/secrets.ts'
import { verifyChains, type Deviation } from '../../worker/use-cases/report/verify-chain.ts'
import { actOn, api, signIn, submitOpinion, uploadPhoto, type Caller } from '../support/api.ts'
import { seedTestCity } from '../support/test-city.ts'

const LAMP = { categoryCode: 'street-lighting', text: '中山四路口的路灯坏了三天，晚上很黑。' }

type Row = Record<string, string | number | null>

/** The report that is tampered with: every kind of column filled somewhere. */
let number: string
let id: number

async function all(sql: string, ...values: unknown[]): Promise<Row[]> {
  return (
    await env.DB.prepare(sql)
      .bind(...values)
      .all<Row>()
  ).results
}

async function run(sql: string, ...values: unknown[]): Promise<void> {
  await env.DB.prepare(sql)
    .bind(...values)
    .run()
}

async function verify() {
  const found: Deviation[] = []
  const secrets = await secretsFrom(env.SECRET_KEY)
  const { deviations, ...walked } = await verifyChains({ db: env.DB, secrets }, (one) => found.push(one))
  expect(deviations).toBe(found.length)
  return { found, walked }
}

/** What is found about the report, a line each: `3 hash`, or `row: state version`. */
async function findings(): Promise<string[]> {
  const { found } = await verify()
  const own = found.filter(({ reportNumber }) => reportNumber === number)
  return own.map(({ seq, fault, columns }) =>
    seq === null ? `${fault}: ${columns.join(' ')}` : `${seq} ${fault}`,
  )
}

async function bodyOf(caller: Caller): Promise<string> {
  const answer = (await (await api('/session', caller)).json()) as { account: { bodyCode: string } }
  return answer.account.bodyCode
}

beforeAll(async () => {
  await seedTestCity()
  const station = await signIn('station.demo')
  const body = await signIn('body.demo')
  const { token } = (await (await api('/session/anonymous', { method: 'POST', body: {} })).json()) as {
    token: string
  }
  const resident = { token }
  const bodyCode = await bodyOf(body)

  const declined = await submitOpinion(resident, LAMP)
  await actOn(station, declined.report.number, 1, { action: 'decline', reason: 'no_content' })
  await actOn(resident, declined.report.number, 2, { action: 'appeal', text: '路口的灯真的坏了' })
  await submitOpinion({}, LAMP)

  const { report } = await submitOpinion(resident, { ...LAMP, photoIds: [await uploadPhoto(resident)] })
  number = report.number
  await actOn(station, number, 1, { action: 'note', text: '先打个电话' })
  await actOn(station, number, 2, {
    action: 'assign',
    bodyCode,
    complexity: 'simple',
    coBodyCodes: ['yuexiu-urban-management'],
  })
  await actOn(body, number, 3, { action: 'sign' })
  await actOn(body, number, 4, { action: 'extend', days: 2, text: '配件没到' })
  await actOn(station, number, 5, { action: 'grant' })
  const done = { action: 'finish', text: '已更换灯具，今晚已经亮了。', photoIds: [await uploadPhoto(body)] }
  await actOn(body, number, 6, done)
  await actOn(station, number, 7, { action: 'approve' })
  await actOn(resident, number, 8, { action: 'rate', answered: true, solved: true, satisfied: true })

  const waiting = await submitOpinion(resident, LAMP)
  await actOn(station, waiting.report.number, 1, { action: 'ask', text: '请问是哪一盏？' })
  await actOn(resident, waiting.report.number, 2, { action: 'withdraw' })

  id = Number((await all('SELECT id FROM report WHERE number = ?', number))[0]?.id)
})

describe('an untouched city', () => {
  it('is found whole, every report and event of it', async () => {
    expect(await verify()).toEqual({ found: [], walked: { reports: 4, events: 3 + 1 + 9 + 3 } })
  })
})

/** Everything that forbids it is put out of the way, as somebody with the file in hand could do. */
async function disarm(): Promise<void> {
  const triggers = await all("SELECT name FROM sqlite_master WHERE type = 'trigger'")
  for (const { name } of triggers) await run(`DROP TRIGGER ${name}`)
}

/** A report that no event belongs to, so that an event can be moved there. It is always found itself. */
const EMPTY = '00000000000000'

async function addEmptyReport(): Promise<number> {
  const like = 'channel, district_code, category_code, text, answers, consent_public, created_at'
  await run(`INSERT INTO report (number, ${like}) SELECT ?, ${like} FROM report WHERE id = ?`, EMPTY, id)
  return Number((await all('SELECT id FROM report WHERE number = ?', EMPTY))[0]?.id)
}

/** The formula of the chain, written out once more from what a row holds. */
async function hashOf(reportNumber: string, event: Row): Promise<string> {
  const before = [
    'id',
    null,
    'seq',
    'action',
    'from_state',
    'to_state',
    'at',
    'actor_id',
    'actor_role',
    'actor_name',
  ]
  const words = [...before, 'actor_person'].map((column) => (column ? event[column] : reportNumber))
  const json = (column: string): unknown => JSON.parse(String(event[column]))
  const content = [
    event.prev_hash,
    ...words,
    event.text_hash ?? event.text,
    json('photo_ids'),
    event.internal,
    json('data'),
    json('changes'),
  ]
  return (await secretsFrom(env.SECRET_KEY)).sha256(JSON.stringify(content))
}

const JSON_COLUMNS = new Set(['photo_ids', 'data', 'changes'])

/** Other values for a column of an event: each of them must be found out. */
function forgeries(column: string, value: Row[string], empty: number): Row[string][] {
  if (column === 'report_id') return [empty]
  if (column === 'seq') return [Number(value) + 1000, -1]
  if (column === 'internal') return [1 - Number(value), 2]
  if (typeof value === 'number') return [value + 1, 0]
  if (value === null) return ['somebody', '']
  if (!JSON_COLUMNS.has(column)) return [`${value}x`, `x${value}`, ''].filter((forged) => forged !== value)
  // A text that says the same in other letters is not what was written either.
  const sameInOtherLetters = [`${value} `, value.replace(':0', ':false'), value.replace('_t', 'T')]
  const others = [`${value}${value}`, 'not JSON', 'null', '7', '[]', '{}', '{"x":1}', '["x"]']
  return [...sameInOtherLetters, ...others].filter((forged) => forged !== value)
}

describe('with everything out of the way that forbids it', () => {
  let columns: string[]
  let empty: number
  /** The statement that writes an event onto its report: what it sets is what events give. */
  let projection: string

  beforeAll(async () => {
    const [trigger] = await all("SELECT sql FROM sqlite_master WHERE name = 'report_event_projects'")
    projection = String(trigger?.sql).split('WHERE id')[0] ?? ''
    await disarm()
    columns = (await all("SELECT name FROM pragma_table_info('report_event')")).map(({ name }) =>
      String(name),
    )
    empty = await addEmptyReport()
  })

  const eventAt = async (seq: number) =>
    (await all('SELECT * FROM report_event WHERE report_id = ? AND seq = ?', id, seq))[0] ?? {}

  async function insert(event: Row): Promise<void> {
    const places = columns.map(() => '?').join(', ')
    const values = columns.map((column) => event[column])
    await run(`INSERT INTO report_event (${columns.join(', ')}) VALUES (${places})`, ...values)
  }

  /** What is found while the database is as `forge` leaves it; `undo` puts it back, and nothing is found any more. */
  async function between(forge: () => Promise<void>, undo: () => Promise<void>): Promise<string[]> {
    await forge()
    const found = await findings()
    await undo()
    expect(await findings()).toEqual([])
    return found
  }

  it('a report that no event belongs to is found', async () => {
    const { found } = await verify()
    expect(found).toEqual([{ reportNumber: EMPTY, seq: null, fault: 'without_events', columns: [] }])
  })

  it.each([
    ['first', 1],
    ['middle', 4],
    ['last', 9],
  ])('a change of any column of the %s event is found', async (_, seq) => {
    const event = await eventAt(seq)
    expect(Object.keys(event)).toEqual(columns)
    let forged = 0
    const missed: string[] = []
    for (const column of columns) {
      const change = `UPDATE report_event SET ${column} = ? WHERE id = ?`
      for (const value of forgeries(column, event[column] ?? null, empty)) {
        await run(change, value, event.id)
        if ((await findings()).length === 0) missed.push(`${column} = ${value}`)
        await run(change, event[column], column === 'id' ? value : event.id)
        forged += 1
      }
      // What was put back is whole again, so each finding was the forgery's.
      expect(await findings()).toEqual([])
    }
    expect(missed).toEqual([])
    expect(forged).toBeGreaterThan(columns.length * 2)
  })

  it.each([
    ['the first', 1, ['2 number', '2 state', '2 link']],
    ['one in the middle', 4, ['5 number', '5 state', '5 link']],
    ['one that changed no state', 2, ['3 number', '3 link']],
  ])('the removal of %s is found at the next', async (_, seq, expected) => {
    const event = await eventAt(seq)
    const remove = () => run('DELETE FROM report_event WHERE id = ?', event.id)
    const found = await between(remove, () => insert(event))
    expect(found.filter((line) => !line.startsWith('row'))).toEqual(expected)
  })

  it('the removal of the last is found at the report', async () => {
    const event = await eventAt(9)
    const [line, ...others] = await between(
      () => run('DELETE FROM report_event WHERE id = ?', event.id),
      () => insert(event),
    )
    expect(others).toEqual([])
    for (const column of ['version', 'head_hash', 'state', 'rated_satisfied']) expect(line).toContain(column)
  })

  it('the removal of all is found', async () => {
    const before = await all('SELECT * FROM report_event WHERE report_id = ?', id)
    const found = await between(
      () => run('DELETE FROM report_event WHERE report_id = ?', id),
      async () => {
        for (const event of before) await insert(event)
      },
    )
    expect(found).toEqual(['without_events: '])
  })

  it('a forged event is found, before the first and after the last, whatever its hash', async () => {
    const last = await eventAt(9)
    const forged = {
      ...last,
      id: 'forged',
      action: 'note',
      from_state: 'closed',
      text: '反映人很满意',
      changes: '{}',
    }
    const remove = () => run("DELETE FROM report_event WHERE id = 'forged'")
    const appended = { ...forged, seq: 10, prev_hash: last.hash ?? null, hash: 'a'.repeat(64) }
    expect(await between(() => insert(appended), remove)).toEqual([
      '10 hash',
      expect.stringMatching(/^row: version head_hash/),
    ])
    // With the right hash the event itself is without fault, but the report knows nothing of it.
    const wellMade = { ...appended, hash: await hashOf(number, appended) }
    expect(await between(() => insert(wellMade), remove)).toEqual([
      expect.stringMatching(/^row: version head_hash/),
    ])
    const first = { ...forged, seq: 0, from_state: '', to_state: '', prev_hash: '' }
    expect(await between(() => insert(first), remove)).toContain('1 link')
  })

  it('two events that changed places are found', async () => {
    const swap = async () => {
      const move = 'UPDATE report_event SET seq = ? WHERE report_id = ? AND seq = ?'
      for (const [to, from] of [
        [99, 5],
        [5, 6],
        [6, 99],
      ] as const)
        await run(move, to, id, from)
    }
    const found = await between(swap, swap)
    expect(found).toEqual(expect.arrayContaining(['5 hash', '5 link', '6 hash', '6 link', '7 link']))
  })

  it.each([
    ['text', '一切都好'],
    ['lat_e6', 23_000_000],
    ['lng_e6', 113_000_000],
    ['address', '别处'],
    ['category_code', 'road-damage'],
    ['district_code', '440106'],
    ['station_number', '0002'],
    ['channel', 'snapshot'],
    ['answers', '{"extent":"one"}'],
    ['consent_public', 7],
    ['created_at', 1],
    ['case_slug', 'x'],
    ['filer_deputy_id', 'd-0001-01'],
  ])('another %s than was filed is found', async (column, forged) => {
    const [row] = await all(`SELECT ${column} AS value FROM report WHERE id = ?`, id)
    const set = (value: unknown) => run(`UPDATE report SET ${column} = ? WHERE id = ?`, value, id)
    expect(
      await between(
        () => set(forged),
        () => set(row?.value),
      ),
    ).toEqual(['filed: '])
  })

  it('a change of the report’s own row is found in every column that events give', async () => {
    const row = (await all('SELECT * FROM report WHERE id = ?', id))[0] ?? {}
    const given = Object.keys(row).filter((column) => new RegExp(`\\b${column} = `).test(projection))
    expect(given).toEqual(expect.arrayContaining(['state', 'remind_at', 'lead_number', 'answered_at']))
    const references = new Set(['body_code', 'deputy_id', 'lead_number'])
    for (const column of given) {
      const value = row[column] ?? null
      const isNumber = typeof value === 'number' || /_at$|since$|days$|^rated/.test(column)
      const someOther = await otherValue(
        column,
        references.has(column),
        isNumber ? Number(value) + 1 : `${value}x`,
      )
      const change = `UPDATE report SET ${column} = ? WHERE id = ?`
      const found = await between(
        () => run(change, someOther, id),
        () => run(change, value, id),
      )
      // A row that says its words were erased, and has them, is wrong twice.
      const also = column === 'anonymised_at' ? ['filed: '] : []
      expect(found).toEqual([`row: ${column}`, ...also])
    }
  })

  /** What refers to another table must at least be there. */
  async function otherValue(column: string, isReference: boolean, plain: string | number) {
    if (!isReference) return plain
    const source = {
      body_code: 'code FROM body',
      deputy_id: 'id FROM deputy',
      lead_number: 'number FROM report',
    }[column]
    const own = (await all(`SELECT ${column} AS own FROM report WHERE id = ?`, id))[0]?.own
    const others = (await all(`SELECT ${source} LIMIT 2`)).map((other) => Object.values(other)[0] ?? null)
    return others.find((other) => other !== own) ?? null
  }

  it('another number of the report is found at every event', async () => {
    const rename = 'UPDATE report SET number = ? WHERE id = ?'
    await run(rename, '11111111111111', id)
    const { found } = await verify()
    await run(rename, number, id)
    const renamed = found.filter(({ reportNumber }) => reportNumber === '11111111111111')
    expect(renamed.map(({ seq, fault }) => `${seq} ${fault}`)).toEqual([
      ...Array.from({ length: 9 }, (_, n) => `${n + 1} hash`),
      'null filed',
    ])
  })

  it('events of a report that is not there are found', async () => {
    // Foreign keys forbid it; somebody with the file in hand can do without them.
    const views = await all("SELECT name FROM sqlite_master WHERE type = 'view'")
    for (const { name } of views) await run(`DROP VIEW ${name}`)
    await run('CREATE TABLE loose AS SELECT * FROM report_event')
    await run('DROP TABLE report_event')
    await run('ALTER TABLE loose RENAME TO report_event')
    await run('UPDATE report_event SET report_id = 987654 WHERE report_id = ? AND seq = 9', id)
    const { found } = await verify()
    expect(found).toContainEqual({ reportNumber: null, seq: 9, fault: 'without_report', columns: [] })
    expect(found.find(({ reportNumber }) => reportNumber === number)).toMatchObject({ fault: 'row' })
  })
})
