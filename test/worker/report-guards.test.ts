import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { actOn, signIn, submitOpinion, uploadPhoto } from '../support/api.ts'
import { seedTestCity } from '../support/test-city.ts'

let number: string

/** A report in review, finished by the demonstration body. */
beforeAll(async () => {
  await seedTestCity()
  const station = await signIn('station.demo')
  const body = await signIn('body.demo')
  const lamp = { categoryCode: 'street-lighting', text: '中山四路口的路灯坏了三天，晚上很黑。' }
  number = (await submitOpinion({}, lamp)).report.number
  const assign = { action: 'assign', bodyCode: 'yuexiu-housing-construction', complexity: 'simple' }
  await actOn(station, number, 1, assign)
  await actOn(body, number, 2, { action: 'sign' })
  const photoIds = [await uploadPhoto(body)]
  await actOn(body, number, 3, { action: 'finish', text: '灯已换新，今晚亮了。', photoIds })
})

interface Forged {
  seq?: string
  action?: string
  from?: string
  to?: string
  actor?: string
  changes?: object
  data?: object
  prevHash?: string
}

/** Writes an event past the application; what is not given is right. */
function forge(event: Forged) {
  const { seq = 'version + 1', from = 'state', prevHash = 'head_hash' } = event
  return env.DB.prepare(
    `INSERT INTO report_event
       (report_id, seq, id, action, from_state, to_state, at, actor_id, actor_role, actor_name, changes, data, prev_hash, hash)
     SELECT id, ${seq}, 'forged', ?2, ${from}, ?3, 0, ?4, 'station', '', ?5, ?6, ${prevHash}, 'forged'
     FROM report WHERE number = ?1`,
  )
    .bind(
      number,
      event.action ?? 'note',
      event.to ?? 'in_review',
      event.actor ?? null,
      JSON.stringify(event.changes ?? {}),
      JSON.stringify(event.data ?? {}),
    )
    .run()
}

/** A rightful next event, but under the name of the first one, which it would push out. */
const REPLACED_EVENT = `INSERT OR REPLACE INTO report_event
    (report_id, seq, id, action, from_state, to_state, at, actor_role, actor_name, prev_hash, hash)
  SELECT report.id, version + 1, report_event.id, 'note', state, state, 0, 'station', '', head_hash, 'forged'
  FROM report JOIN report_event ON report_event.report_id = report.id AND seq = 1`

describe('the database itself refuses', () => {
  it.each<[string, Forged, RegExp]>([
    ['a gap in the numbers', { seq: 'version + 2' }, /does not follow/],
    ['a number twice', { seq: 'version' }, /does not follow/],
    ['another state than the report’s', { from: "'assigned'" }, /does not follow/],
    ['a chain that is broken', { prevHash: "'x'" }, /does not follow/],
    ['a step that the table does not know', { action: 'sign', to: 'closed' }, /not in the lifecycle/],
    ['an action that does not exist', { action: 'forget' }, /not in the lifecycle/],
    [
      'an open report that is nobody’s turn',
      { action: 'approve', to: 'answered', changes: { holder_type: null, holder_code: null, due_at: null } },
      /one holder/,
    ],
    [
      'an open report without a due time',
      { action: 'approve', to: 'answered', changes: { due_at: null } },
      /one holder/,
    ],
    ['a promise moved in silence', { changes: { promised_at: 1 } }, /arithmetic/],
  ])('%s', async (_, event, why) => {
    await expect(forge(event)).rejects.toThrow(why)
  })

  it('the one who finished a report as its reviewer', async () => {
    const body = await env.DB.prepare('SELECT finished_by FROM report WHERE number = ?1')
      .bind(number)
      .first<string>('finished_by')
    await expect(forge({ action: 'approve', to: 'answered', actor: body ?? '' })).rejects.toThrow(/finisher/)
    await expect(forge({ action: 'send_back', to: 'in_progress', actor: body ?? '' })).rejects.toThrow(
      /finisher/,
    )
  })

  it.each([
    ['an event changed', `UPDATE report_event SET text = 'x'`],
    ['an event removed', 'DELETE FROM report_event'],
    ['an event replaced', REPLACED_EVENT],
    ['a report removed', 'DELETE FROM report'],
    [
      'a report replaced',
      `INSERT OR REPLACE INTO report (id, number, channel, district_code, category_code, text, answers, consent_public, created_at)
       SELECT id, number, channel, district_code, category_code, 'x', answers, 0, 0 FROM report`,
    ],
    ['a state set by hand', `UPDATE report SET state = 'closed'`],
    ['a version set by hand', 'UPDATE report SET version = version + 1'],
    ['a promise set by hand', 'UPDATE report SET promised_at = 1'],
    ['a number changed', `UPDATE report SET number = '0'`],
    ['a rating set by hand', 'UPDATE report SET rated_satisfied = 1'],
    [
      'a report that begins closed',
      `INSERT INTO report (number, channel, district_code, category_code, text, answers, consent_public, created_at, version, state)
       SELECT '1', channel, district_code, category_code, text, answers, 0, 0, 3, 'closed' FROM report LIMIT 1`,
    ],
    [
      'a report of a station that does not exist',
      `INSERT INTO report (number, channel, district_code, category_code, text, answers, consent_public, created_at, station_number)
       SELECT '1', channel, district_code, category_code, text, answers, 0, 0, '9999' FROM report LIMIT 1`,
    ],
    [
      'a report with a number as its text, for tables are strict',
      `INSERT INTO report (number, channel, district_code, category_code, text, answers, consent_public, created_at)
       SELECT '1', channel, district_code, category_code, text, answers, 'yes', 0 FROM report LIMIT 1`,
    ],
  ])('%s, even where checks are switched off', async (_, sql) => {
    const writes = [env.DB.prepare('PRAGMA ignore_check_constraints = ON'), env.DB.prepare(sql)]
    await expect(env.DB.batch(writes)).rejects.toThrow(/SQLITE_CONSTRAINT/)
  })

  it('any table that is not strict', async () => {
    const { results } = await env.DB.prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0
       AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%' AND name <> 'd1_migrations'`,
    ).all()
    expect(results).toEqual([])
  })
})
