import { env } from 'cloudflare:test'
import type { D1PreparedStatement } from '@cloudflare/workers-types'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { topicSuggestionList, type TopicAnswer, type TopicSuggestion } from '../../shared/contract/topic.ts'
import type { Env } from '../../worker/env.ts'
import { runCron } from '../../worker/jobs/cron.ts'
import type { Database } from '../../worker/repository/query.ts'
import { suggestClusters } from '../../worker/use-cases/sweep/suggest-clusters.ts'
import { actOn, api, signIn, submitOpinion, type Caller } from '../support/api.ts'
import { seedTestCity } from '../support/test-city.ts'

const DAY = 86_400_000
const LAMPS = [
  '中山四路口的路灯坏了三天，晚上很黑。',
  '中山四路路口那盏路灯不亮，晚上走路看不清。',
  '中山四路公交站旁的路灯坏了好几天，晚上等车很黑。',
  '四路口路灯又坏了，晚上黑得看不见台阶。',
  '中山四路口路灯坏了，晚上接孩子很黑。',
]

let station: Caller
let supervisor: Caller
let desk: Caller
/** Where a test’s reports lie: each test has a corner of its own, so that they do not meet. */
let corner = { lat: 22.5, lng: 113.2644 }

beforeAll(async () => {
  await seedTestCity()
  await env.DB.prepare(
    `INSERT INTO account (id, role, username, password_hash, name, district_code, created_at)
     SELECT 'acct-desk2-demo', role, 'desk2.demo', password_hash, name, '440106', created_at
     FROM account WHERE username = 'desk.demo'`,
  ).run()
  station = await signIn('station.demo')
  supervisor = await signIn('supervisor.demo')
  desk = await signIn('desk.demo')
})

beforeEach(() => {
  corner = { ...corner, lat: corner.lat + 0.03 }
})

async function file(text: string, content: object = {}): Promise<string> {
  const lamp = { categoryCode: 'street-lighting', place: corner, text }
  return (await submitOpinion({}, { ...lamp, ...content })).report.number
}

async function fileLamps(count: number, content: object = {}): Promise<string[]> {
  const numbers: string[] = []
  for (const text of LAMPS.slice(0, count)) numbers.push(await file(text, content))
  return numbers
}

async function age(number: string, days: number): Promise<void> {
  await env.DB.prepare('UPDATE report SET created_at = created_at - ? WHERE number = ?')
    .bind(days * DAY, number)
    .run()
}

function sweep(db: Database = env.DB) {
  return suggestClusters({
    db,
    now: () => Date.now(),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  })
}

async function suggestions(caller = supervisor): Promise<TopicSuggestion[]> {
  const answer = await api('/topics/suggestions?limit=100', caller)
  expect(answer.status).toBe(200)
  return topicSuggestionList.parse(await answer.json()).items
}

/** What is suggested of these reports, each suggestion as the numbers it has of them. */
async function suggested(numbers: readonly string[], caller = supervisor): Promise<string[][]> {
  const found = (await suggestions(caller)).map(({ reports }) => reports.map(({ number }) => number))
  return found
    .map((members) => members.filter((number) => numbers.includes(number)).toSorted())
    .filter((members) => members.length > 0)
}

async function suggestionOf(number: string): Promise<TopicSuggestion> {
  const found = (await suggestions()).find(({ reports }) => reports.some((one) => one.number === number))
  if (!found) throw new Error(`${number} is not suggested`)
  return found
}

function dismiss(caller: Caller, id: string) {
  return api(`/topics/suggestions/${id}/dismiss`, { ...caller, method: 'POST' })
}

function openTopic(reportNumbers: string[], more: object = {}) {
  const body = { title: '路灯不亮', text: '同一条线路上的路灯。', reportNumbers, ...more }
  return api('/topics', { ...supervisor, method: 'POST', body })
}

async function count(sql: string): Promise<number> {
  return (await env.DB.prepare(sql).first<number>('n')) ?? 0
}

async function rows(): Promise<unknown> {
  const [{ results: a }, { results: b }] = await Promise.all([
    env.DB.prepare('SELECT * FROM cluster_suggestion ORDER BY id').all(),
    env.DB.prepare('SELECT * FROM cluster_member ORDER BY report_id').all(),
  ])
  return [a, b]
}

/** A database that lets a test see each batch before it runs. */
function watched(see: (sql: string[]) => void): Database {
  return {
    prepare: (sql: string) => env.DB.prepare(sql),
    batch: (statements: D1PreparedStatement[]) => {
      see(statements.map((one) => (one as unknown as { statement: string }).statement))
      return env.DB.batch(statements)
    },
  } as Database
}

/** How many groups a sweep compares. */
async function groupsLookedAt(): Promise<number> {
  let groups = 0
  await sweep(watched((sql) => (groups += sql.filter((one) => one.includes('LEFT JOIN station')).length)))
  return groups
}

/** Three reports of which one does not belong to the others. */
const NEAR_MISSES: [string, () => Promise<string[]>][] = [
  [
    'two categories',
    async () => [...(await fileLamps(2)), await file(LAMPS[2]!, { categoryCode: 'idea-other' })],
  ],
  [
    'places too far apart',
    async () => [
      ...(await fileLamps(2)),
      await file(LAMPS[2]!, { place: { ...corner, lat: corner.lat + 0.006 } }),
    ],
  ],
  [
    'times too far apart',
    async () => {
      const numbers = await fileLamps(3)
      await age(numbers[2]!, 31)
      return numbers
    },
  ],
  [
    'texts that are not alike',
    async () => [...(await fileLamps(2)), await file('灯杆上贴满了小广告，撕也撕不掉。')],
  ],
]

describe('a cluster', () => {
  it('is suggested with its reasons to the supervisors of its district', async () => {
    const numbers = await fileLamps(4)
    await age(numbers[0]!, 5)
    await sweep()
    const found = await suggestionOf(numbers[0]!)
    expect(found).toMatchObject({
      id: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{8}$/),
      category: { code: 'street-lighting', name: expect.stringContaining('路灯') },
      district: { code: '440104' },
      reasons: { radiusMetres: 0, days: 6 },
    })
    expect(found.reasons.likeness).toBeGreaterThan(0.2)
    expect(found.reasons.sharedWords).toContain('路灯')
    expect(Date.parse(found.reasons.to) - Date.parse(found.reasons.from)).toBeGreaterThan(5 * DAY - 1)
    expect(found.reports.map(({ number }) => number)).toEqual([...numbers.slice(1).reverse(), numbers[0]])
    expect(found.reports[0]).toMatchObject({ text: LAMPS[3], state: 'submitted', place: corner })
    expect(found.reports.every(({ similarity }) => similarity >= 0.2 && similarity <= 1)).toBe(true)
    expect(await suggested(numbers, desk)).toHaveLength(1)
    expect(await suggested(numbers, await signIn('desk2.demo'))).toEqual([])
  })

  it.each(NEAR_MISSES)('is not made of %s, but of one more report that fits', async (_, filed) => {
    const numbers = await filed()
    await sweep()
    expect(await suggested(numbers)).toEqual([])
    const more = await file(LAMPS[3]!)
    await sweep()
    expect((await suggested([...numbers, more]))[0]).toContain(more)
  })

  it('is not made of what was two months ago', async () => {
    const numbers = await fileLamps(3)
    for (const number of numbers) await age(number, 61)
    await sweep()
    expect(await suggested(numbers)).toEqual([])
  })

  it('holds reports without a position by the street of their station', async () => {
    const numbers = await fileLamps(3, { place: null })
    await sweep()
    expect(await suggested(numbers)).toEqual([numbers.toSorted()])
  })
})

describe('the sweep', () => {
  it('looks only where a report came or went', async () => {
    await sweep()
    expect(await groupsLookedAt()).toBe(0)
    const [first] = await fileLamps(2)
    expect(await groupsLookedAt()).toBe(1)
    await file('街心花园可以多放两张长凳。', { categoryCode: 'idea-other' })
    await actOn(station, first!, 1, { action: 'ask', text: '请问是哪一盏？' })
    expect(await groupsLookedAt()).toBe(1)
    expect(await groupsLookedAt()).toBe(0)
    await actOn(station, (await fileLamps(1))[0]!, 1, { action: 'decline', reason: 'no_content' })
    expect(await groupsLookedAt()).toBe(1)
  })

  it('changes nothing when it runs again, even twice at once', async () => {
    const numbers = await fileLamps(3)
    await Promise.all([sweep(), sweep(), sweep()])
    expect(await suggested(numbers)).toHaveLength(1)
    const before = await rows()
    await env.DB.prepare('UPDATE cluster_group SET stirs = stirs + 1').run()
    await Promise.all([sweep(), sweep()])
    expect(await rows()).toEqual(before)
  })

  it('catches up after a run that died before it wrote', async () => {
    const numbers = await fileLamps(3)
    const dying = watched((sql) => {
      if (sql.some((one) => one.startsWith('INSERT'))) throw new Error('the run died')
    })
    await expect(sweep(dying)).rejects.toThrow('died')
    expect(await suggested(numbers)).toEqual([])
    await sweep()
    expect(await suggested(numbers)).toHaveLength(1)
  })

  it('loses nothing that happens between its reading and its writing', async () => {
    const numbers = await fileLamps(3)
    let late: string | null = null
    const db: Database = {
      prepare: (sql: string) => env.DB.prepare(sql),
      batch: async (statements: D1PreparedStatement[]) => {
        const [first] = statements as unknown as { statement: string }[]
        if (late === null && first?.statement.startsWith('DELETE FROM cluster_member'))
          late = await file(LAMPS[3]!)
        return env.DB.batch(statements)
      },
    } as Database
    await sweep(db)
    expect(late).not.toBeNull()
    await sweep()
    expect(await suggested([...numbers, late!])).toEqual([[...numbers, late!].toSorted()])
  })

  it('is part of the scheduled run', async () => {
    const numbers = await fileLamps(3)
    await runCron({ ...env, OUTBOX: { send: async () => undefined } } as unknown as Env)
    expect(await suggested(numbers)).toHaveLength(1)
  })

  it('reads by index alone', async () => {
    const plans = async (sql: string, ...params: unknown[]) => {
      const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .bind(...params)
        .all<{ detail: string }>()
      return results.map((row: { detail: string }) => row.detail)
    }
    const seen: string[] = []
    await fileLamps(1)
    await sweep(watched((sql) => seen.push(...sql)))
    const waiting = seen.find((sql) => sql.includes('FROM cluster_group'))!
    const candidates = seen.find((sql) => sql.includes('LEFT JOIN station'))!
    expect((await plans(waiting, 10)).join()).toContain('cluster_group_waiting')
    const detail = (await plans(candidates, 'street-lighting', '440104', 0, 500)).join('\n')
    expect(detail).toContain('report_by_group (category_code=? AND district_code=? AND created_at>?)')
    expect(detail).not.toMatch(/SCAN|TEMP B-TREE/)
  })

  it('compares the newest 500 of a group of 600 in reasonable time', async () => {
    await sweep()
    await env.DB.batch([
      env.DB.prepare(
        `WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 599)
         INSERT INTO report (number, channel, station_number, district_code, category_code, text, answers, lat_e6,
           lng_e6, consent_public, created_at)
         SELECT 'bulk' || i, 'opinion', '0001', '440104', 'barrier-free',
           '第' || i || '个路口的坡道太陡，轮椅上不去，每次都要请路人帮忙抬，希望改一改。', '{}',
           23100000 + i % 20 * 500, 113200000, 0, ?1 + i * 60000
         FROM n`,
      ).bind(Date.now() - DAY),
      env.DB.prepare(
        `INSERT INTO report_event (report_id, seq, id, action, from_state, to_state, at, actor_role, actor_name,
           changes, prev_hash, hash)
         SELECT id, 1, number, 'submit', '', 'submitted', created_at, 'resident', '',
           '{"holder_type":"station","holder_code":"0001","due_at":1}', '', number
         FROM report WHERE number LIKE 'bulk%'`,
      ),
    ])
    const begun = Date.now()
    await sweep()
    expect(Date.now() - begun).toBeLessThan(10_000)
    const oldest = await count(
      `SELECT min(CAST(substr(number, 5) AS INTEGER)) AS n FROM cluster_member JOIN report ON report.id = report_id
       WHERE number LIKE 'bulk%'`,
    )
    expect(oldest).toBeGreaterThanOrEqual(100)
    expect(
      await count(
        'SELECT max(c) AS n FROM (SELECT count(*) AS c FROM cluster_member GROUP BY suggestion_id)',
      ),
    ).toBe(50)
  })
})

describe('a suggestion', () => {
  it('stays the same when it grows', async () => {
    const numbers = await fileLamps(3)
    await sweep()
    const { id } = await suggestionOf(numbers[0]!)
    numbers.push(await file(LAMPS[3]!))
    await sweep()
    const grown = await suggestionOf(numbers[3]!)
    expect(grown.id).toBe(id)
    expect(grown.reports).toHaveLength(4)
  })

  it('that was dismissed stays away until two more have joined it', async () => {
    const numbers = await fileLamps(3)
    await sweep()
    const { id } = await suggestionOf(numbers[0]!)
    expect((await dismiss(await signIn('desk2.demo'), id)).status).toBe(404)
    expect((await dismiss(desk, id)).status).toBe(200)
    expect((await dismiss(desk, id)).status).toBe(200)
    expect(await suggested(numbers)).toEqual([])
    numbers.push(await file(LAMPS[3]!))
    await sweep()
    expect(await suggested(numbers)).toEqual([])
    numbers.push(await file(LAMPS[4]!))
    await sweep()
    expect((await suggestionOf(numbers[0]!)).id).toBe(id)
    expect(await suggested(numbers)).toEqual([numbers.toSorted()])
  })

  it('goes with the topic that is opened from it, and its reports are not suggested again', async () => {
    const numbers = await fileLamps(3)
    await sweep()
    const { id } = await suggestionOf(numbers[0]!)
    const opened = await openTopic(numbers, { suggestionId: id })
    expect(opened.status).toBe(201)
    expect(await count(`SELECT count(*) AS n FROM cluster_suggestion WHERE code = '${id}'`)).toBe(0)
    await sweep()
    expect(await suggested(numbers)).toEqual([])
    const { topic } = (await opened.json()) as TopicAnswer
    const drop = { action: 'drop', version: 1, text: '不是同一件事。' }
    await api(`/topics/${topic.id}/actions`, { ...supervisor, method: 'POST', body: drop })
    await sweep()
    expect(await suggested(numbers)).toHaveLength(1)
  })

  it('is not removed by a desk of another district', async () => {
    const numbers = await fileLamps(3)
    await sweep()
    const { id } = await suggestionOf(numbers[0]!)
    const body = {
      title: '别的事情',
      text: '另一个区的改革案例。',
      caseSlug: 'elderly-canteens',
      suggestionId: id,
    }
    const other = await signIn('desk2.demo')
    expect((await api('/topics', { ...other, method: 'POST', body })).status).toBe(201)
    expect(await suggested(numbers)).toHaveLength(1)
  })

  it('is hidden at once when too few of its reports are left, and removed by the next sweep', async () => {
    const numbers = await fileLamps(4)
    await sweep()
    const { id } = await suggestionOf(numbers[0]!)
    expect((await openTopic(numbers.slice(0, 1))).status).toBe(201)
    expect((await suggestionOf(numbers[1]!)).reports).toHaveLength(3)
    await actOn(station, numbers[1]!, 1, { action: 'merge', leadNumber: numbers[2] })
    expect(await suggested(numbers)).toEqual([])
    await sweep()
    expect(await count(`SELECT count(*) AS n FROM cluster_suggestion WHERE code = '${id}'`)).toBe(0)
    expect(
      await count(
        'SELECT count(*) AS n FROM cluster_member LEFT JOIN cluster_suggestion AS s ON s.id = suggestion_id WHERE s.id IS NULL',
      ),
    ).toBe(0)
  })

  it('fades when all of it is two months old', async () => {
    const numbers = await fileLamps(3)
    await sweep()
    const { id } = await suggestionOf(numbers[0]!)
    await suggestClusters({
      db: env.DB,
      now: () => Date.now() + 61 * DAY,
      random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    })
    expect(await count(`SELECT count(*) AS n FROM cluster_suggestion WHERE code = '${id}'`)).toBe(0)
  })

  it('is listed by page, the newest first', async () => {
    for (let n = 0; n < 3; n += 1) {
      corner = { ...corner, lng: corner.lng + 0.05 }
      await fileLamps(3)
    }
    await sweep()
    const all = (await suggestions()).map(({ id }) => id)
    expect(all.length).toBeGreaterThanOrEqual(3)
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const answer = await api(`/topics/suggestions?limit=2&cursor=${cursor}`, supervisor)
      const page = topicSuggestionList.parse(await answer.json())
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    }
    expect(seen).toEqual(all)
    expect((await api('/topics/suggestions?cursor=rubbish', supervisor)).status).toBe(422)
  })
})
