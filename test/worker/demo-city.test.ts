import { env } from 'cloudflare:test'
import { beforeAll, expect, it } from 'vitest'
import { openStage } from '../../scripts/seed/stage.ts'
import { ACTIONS, STATES } from '../../shared/domain/report-state.ts'
import { buildCity } from '../../worker/demo-city/city.ts'
import { DEMO_PROBLEMS } from '../../worker/demo-city/problem-scripts.ts'
import { DEMO_REPORTS } from '../../worker/demo-city/report-scripts.ts'
import { configFrom, type Env } from '../../worker/env.ts'
import type { Database } from '../../worker/repository/query.ts'
import { EVENT_DATA_FIELDS, EVENT_DATA_UNREAD } from '../../worker/use-cases/report/fields-shown.ts'
import { smallJpeg } from '../support/small-jpeg.ts'
import { faultsOfChains, sweepAt } from '../support/sweep-at.ts'
import { seedTestCity } from '../support/test-city.ts'

/** A Thursday with the holidays of October behind it. */
const NOW = Date.parse('2026-11-26T11:00:00+08:00')

/** About the middle of the play, counted in calls to the database. */
const HALF = 600

/** A city whose power goes after so many calls to its database. */
function failingAfter(calls: number): Env {
  let left = calls
  const batch: Database['batch'] = async (statements) => {
    if (left-- <= 0) throw new Error('the power is gone')
    return env.DB.batch(statements)
  }
  return { ...env, DB: { prepare: (sql: string) => env.DB.prepare(sql), batch } } as unknown as Env
}

async function play(place: Env): Promise<void> {
  const stage = await openStage(place, configFrom(env), buildCity(), NOW, async () => smallJpeg())
  await stage.play({ reports: DEMO_REPORTS, problems: DEMO_PROBLEMS }, NOW)
  await stage.strike(NOW)
  await stage.suggest()
  await stage.scan(['0001', '0002'], [])
  await stage.planDuty('0001')
  await stage.close()
}

const cut: { by: string; at: unknown[] } = { by: '', at: [] }

// Cut short once: whatever the play comes to, it comes to by going on.
beforeAll(async () => {
  await seedTestCity()
  await play(failingAfter(HALF)).catch((error: Error) => (cut.by = error.message))
  cut.at = await column('SELECT count(*) FROM report')
  await play(env)
}, 120_000)

async function column(sql: string): Promise<unknown[]> {
  const { results } = await env.DB.prepare(sql).all()
  return results.map((row: Record<string, unknown>) => Object.values(row)[0])
}

it('plays to its end, each report once, with the clock between the steps: every state, every action', async () => {
  expect(cut.by).toBe('the power is gone')
  expect(cut.at[0]).toBeLessThan(DEMO_REPORTS.length)
  expect(await column('SELECT count(*) FROM report')).toEqual([DEMO_REPORTS.length])
  expect(await column('SELECT DISTINCT state FROM report ORDER BY 1')).toEqual([...STATES].sort())
  expect(await column('SELECT DISTINCT action FROM report_event ORDER BY 1')).toEqual(
    // What is kept no longer is older than anything here.
    ACTIONS.filter((action) => action !== 'anonymise').sort(),
  )
})

it('has two deputies of its first station on duty on each of two weeks', async () => {
  const days = await column(
    `SELECT duty.day || ' ' || count(*) FROM deputy_duty AS duty JOIN deputy ON deputy.id = duty.deputy_id
     WHERE duty.station_number = '0001' AND deputy.station_number = '0001' GROUP BY duty.day ORDER BY duty.day`,
  )
  expect(days).toHaveLength(14)
  expect([days[0], days[13]]).toEqual(['2026-11-26 2', '2026-12-09 2'])
})

it('answers those who follow with the words of their lead', async () => {
  const settled = await column(
    `SELECT count(*) FROM report_event AS own
     JOIN report AS lead ON lead.number = own.data ->> '$.leadNumber'
     JOIN report_event AS answer ON answer.report_id = lead.id AND answer.action = 'finish'
     WHERE own.action = 'settle' AND own.text = answer.text AND own.actor_role = 'clock'`,
  )
  expect(settled).toEqual([2])
})

it('has weeks of scans at its posters, not the same on every day', async () => {
  const scans = (await column(
    `SELECT scans FROM station_scan WHERE station_number = '0001' ORDER BY day`,
  )) as number[]
  expect(scans).toHaveLength(42)
  expect(new Set(scans).size).toBeGreaterThan(5)
  expect(await column(`SELECT max(day) FROM station_scan`)).toEqual(['2026-11-25'])
  expect(await column(`SELECT count(DISTINCT station_number) FROM station_scan`)).toEqual([2])
})

it('has common problems: two suggested, one ordered with its proposal, one to be looked at, one answered, one told of and waiting', async () => {
  const suggested = await column(
    `SELECT category_code || ' ' || (SELECT count(*) FROM cluster_member WHERE suggestion_id = cluster_suggestion.id)
     FROM cluster_suggestion ORDER BY 1`,
  )
  expect(suggested).toEqual(['road-damage 3', 'traffic-signal 3'])
  const topics = await column(
    `SELECT state || ' ' || body_code || ' ' || (proposal_text IS NOT NULL) || ' ' ||
       (SELECT count(*) FROM topic_report WHERE topic_report.topic_id = topic.id) FROM topic ORDER BY created_at`,
  )
  expect(topics).toEqual([
    'answered tianhe-urban-management 1 3',
    'in_review city-bus 0 3',
    'open yuexiu-housing-construction 1 4',
  ])
  const notes = await column(
    `SELECT problem_note.category_code || ' ' || coalesce(topic.title, 'waiting')
     FROM problem_note LEFT JOIN topic ON topic.id = problem_note.topic_id ORDER BY problem_note.created_at`,
  )
  expect(notes).toEqual(['street-lighting 德政中路内街路灯反复熄灭', 'barrier-free waiting'])
})

it('answers every report of a topic with the words of the topic, and supervises those of one that is open', async () => {
  const of = (key: string) => DEMO_PROBLEMS.find((problem) => problem.key === key)
  const answer = of('bikes-at-wushan')?.steps.find(({ action }) => action === 'answer')
  const settled = await column(
    `SELECT DISTINCT text FROM report_event WHERE action = 'settle' AND data ->> '$.topicId' IS NOT NULL`,
  )
  expect(settled).toEqual([answer && 'text' in answer ? answer.text : null])
  const ordered = `SELECT count(*) FROM topic_report JOIN report ON report.id = topic_report.report_id
    JOIN topic ON topic.id = topic_report.topic_id
    WHERE topic.state = 'open' AND report.supervision = 'ordered' AND report.order_due_at = topic.due_at`
  expect(await column(ordered)).toEqual([of('lamps-of-dezheng-lane')?.reports.length])
})

it('leaves nothing that the clock should have done, and no event before the one it follows', async () => {
  expect((await sweepAt(NOW)).moved).toBe(0)
  const backwards = `SELECT number FROM report_event AS later
    JOIN report_event AS earlier ON earlier.report_id = later.report_id AND earlier.seq = later.seq - 1
    JOIN report ON report.id = later.report_id WHERE later.at < earlier.at OR later.at > ${NOW}`
  expect(await column(backwards)).toEqual([])
  expect(await faultsOfChains()).toEqual([])
})

it('publishes the photos that the scripts name, also of what was filed before the cut', async () => {
  const named = DEMO_REPORTS.flatMap(({ steps }) =>
    steps.flatMap(({ action, photos = [] }) => (action === 'publish' ? photos : [])),
  )
  expect(await column('SELECT count(*) FROM report_photo WHERE is_public = 1')).toEqual([named.length])
})

it('of every fact that an event keeps it is decided who reads it', async () => {
  const kept = await column('SELECT DISTINCT key FROM report_event, json_each(report_event.data)')
  const decided = new Set<unknown>([...Object.keys(EVENT_DATA_FIELDS), ...EVENT_DATA_UNREAD])
  expect(kept.length).toBeGreaterThan(15)
  expect(kept.filter((key) => !decided.has(key))).toEqual([])
})
