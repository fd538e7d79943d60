import { env, SELF } from 'cloudflare:test'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AccountAnswer } from '../../shared/contract/account.ts'
import { auditHeadList, auditList, type AuditEntry, type AuditList } from '../../shared/contract/audit.ts'
import { AUDIT_BEGINNING, auditText } from '../../shared/domain/audit.ts'
import { recordStore } from '../../worker/adapters/r2-records.ts'
import { sha256 } from '../../worker/adapters/secrets.ts'
import { runCron } from '../../worker/jobs/cron.ts'
import { keepAuditHead, keptAuditHeads } from '../../worker/use-cases/audit/keep-head.ts'
import { sealAuditLog } from '../../worker/use-cases/audit/seal.ts'
import { verifyAudit, type AuditFault } from '../../worker/use-cases/audit/verify.ts'
import { invitationToken } from '../support/invitation-token.ts'
import { api, signIn, type Caller } from '../support/api.ts'
import { seedTestCity } from '../support/test-city.ts'

const PASSWORD = 'three kapok trees by the ferry'
const secrets = { sha256 }

let admin: Caller
let serial = 0

beforeAll(async () => {
  await seedTestCity()
  admin = await signIn('admin.demo')
})
beforeEach(() => {
  serial += 1
})

async function read(query = ''): Promise<AuditEntry[]> {
  const answer = await api(`/admin/audit-log?${query}`, admin)
  expect(answer.status, await answer.clone().text()).toBe(200)
  const list = (await answer.json()) as AuditList
  expect(auditList.parse(list)).toEqual(list)
  return list.items
}

/** What was written since a moment, oldest first. */
async function toldBy(work: () => Promise<unknown>): Promise<AuditEntry[]> {
  const before = (await read('limit=1'))[0]?.seq ?? 0
  await work()
  return (await read('limit=100')).filter(({ seq }) => seq > before).reverse()
}

async function faults(): Promise<string[]> {
  const found: string[] = []
  const tell = ({ seq, fault }: { seq: number; fault: AuditFault }) => found.push(`${seq} ${fault}`)
  await verifyAudit({ db: env.DB, secrets }, [], tell)
  return found
}

/** A new officer of station 0001, signed in. */
async function officer(): Promise<{ id: string; username: string; caller: Caller }> {
  const username = `audited-${serial}`
  const body = { role: 'station', username, name: '何佩仪', stationNumber: '0001' }
  const created = (await (
    await api('/admin/accounts', { ...admin, method: 'POST', body })
  ).json()) as AccountAnswer
  const token = invitationToken(created.invitation)
  const entered = await api('/invitations', { method: 'POST', body: { token, password: PASSWORD } })
  expect(entered.status).toBe(201)
  return { id: created.account.id, username, caller: (await entered.json()) as Caller }
}

describe('an entry', () => {
  it('tells of every account that is opened, entered, changed and closed, and by whom', async () => {
    let id = ''
    const told = await toldBy(async () => {
      const { id: made, username, caller } = await officer()
      id = made
      await api('/session', { method: 'POST', body: { username, password: 'not this one at all' } })
      await api('/session/password', { ...caller, method: 'POST', body: { current: 'no', new: PASSWORD } })
      const next = { current: PASSWORD, new: 'another ferry by three trees' }
      expect((await api('/session/password', { ...caller, method: 'POST', body: next })).status).toBe(204)
      await api('/session?all=others', { ...caller, method: 'DELETE' })
      await api('/session', { ...caller, method: 'DELETE' })
      const change = { disabled: true, name: '何佩怡' }
      await api(`/admin/accounts/${made}`, { ...admin, method: 'PATCH', body: change })
    })
    expect(told.map(({ action, actor }) => `${action} by ${actor.role}`)).toEqual([
      'account.created by admin',
      'session.opened by station',
      'invitation.accepted by station',
      'session.refused by anonymous',
      'password.refused by station',
      'password.changed by station',
      'session.others-closed by station',
      'session.closed by station',
      'account.changed by admin',
    ])
    expect(new Set(told.map(({ subject }) => subject))).toEqual(new Set([`account:${id}`]))
    expect(told.at(-1)?.detail).toEqual({ disabled: true, renamed: true })
    expect(told[1]?.actor).toEqual({ id, role: 'station', name: expect.stringContaining('何佩仪') })
  })

  it('tells of a calendar, with what it was before', async () => {
    const told = await toldBy(async () => {
      const body = {
        year: 2031,
        source: '通知',
        days: [{ date: '2031-01-01', kind: 'holiday', name: '元旦' }],
      }
      expect((await api('/admin/calendar', { ...admin, method: 'POST', body })).status).toBe(201)
      const change = { source: '更正的通知' }
      await api('/admin/calendar/2031', { ...admin, method: 'PATCH', body: change })
    })
    expect(told.map(({ action, subject }) => [action, subject])).toEqual([
      ['calendar.added', 'calendar:2031'],
      ['calendar.changed', 'calendar:2031'],
    ])
    expect(told[1]?.detail).toMatchObject({ before: { source: '通知' }, source: '更正的通知' })
  })

  it('is not written for what did not happen', async () => {
    const { id, caller } = await officer()
    const told = await toldBy(async () => {
      await api('/admin/dead-letters/inbox-999', { ...admin, method: 'PATCH', body: { retry: true } })
      await api('/session/nothing', { ...caller, method: 'DELETE' })
      await api(`/admin/accounts/${id}`, { ...admin, method: 'PATCH', body: {} })
      await api('/admin/accounts/nobody', { ...admin, method: 'PATCH', body: { disabled: true } })
      await api(`/admin/accounts/${id}`, { ...caller, method: 'PATCH', body: { disabled: true } })
    })
    expect(told).toEqual([])
  })

  it('keeps where staff came from, and of residents nothing', async () => {
    const from = { 'CF-Connecting-IP': '203.0.113.7', 'User-Agent': 'Mozilla/5.0 (Windows) Chrome/140' }
    const post = (path: string, body: object) =>
      SELF.fetch(`http://mashang.test/api/v1${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...from },
        body: JSON.stringify(body),
      })
    const told = await toldBy(async () => {
      await post('/session', { username: 'station.demo', password: 'mashang-demo' })
      await post('/session/anonymous', {})
    })
    expect(told).toMatchObject([
      { action: 'session.opened', address: '203.0.113.7', device: 'Chrome · Windows' },
    ])
  })

  it('holds no password, no token and no name that somebody typed', async () => {
    const typed = { username: 'my-password-typed-here', password: 'sesame-sesame-sesame' }
    const { caller } = await officer()
    await api('/session', { method: 'POST', body: typed })
    const { results } = await env.DB.prepare('SELECT * FROM audit_entry').all()
    const all = JSON.stringify(results)
    for (const secret of [typed.username, typed.password, PASSWORD, caller.token ?? '?'])
      expect(all).not.toContain(secret)
    expect(all).toContain('何佩仪')
  })
})

describe('the chain', () => {
  it('holds for a reader who computes it from what the API gives', async () => {
    await officer()
    const all = (await read('limit=100')).reverse()
    let prevHash = all[0]?.prevHash ?? AUDIT_BEGINNING
    for (const { actor, at, detail, ...entry } of all) {
      expect(entry.prevHash).toBe(prevHash)
      const facts = {
        ...entry,
        at: Date.parse(at),
        actorId: actor.id,
        actorRole: actor.role,
        actorName: actor.name,
        detail: JSON.stringify(detail),
      }
      expect(await sha256(auditText(facts, prevHash))).toBe(entry.hash)
      prevHash = entry.hash
    }
    expect(await faults()).toEqual([])
  })

  it('is the same whoever links it, and however many at once', async () => {
    await Promise.all(Array.from({ length: 12 }, () => signIn('station.demo')))
    await Promise.all(
      Array.from({ length: 5 }, () => sealAuditLog({ db: env.DB, secrets: secrets as never })),
    )
    const left = await env.DB.prepare('SELECT count(*) AS n FROM audit_entry WHERE hash IS NULL').first('n')
    expect(left).toBe(0)
    expect(await faults()).toEqual([])
  })

  it.each([
    ['a changed entry', `UPDATE audit_entry SET action = 'account.created' WHERE seq = 2`],
    ['a changed detail', `UPDATE audit_entry SET detail = '{"x":1}' WHERE seq = 3`],
    ['another link', `UPDATE audit_entry SET hash = 'x', prev_hash = 'y' WHERE seq = 2`],
    ['a missing entry', 'DELETE FROM audit_entry WHERE seq = 2'],
    [
      'a forged one in the middle',
      `INSERT INTO audit_entry VALUES (2,'f',1,NULL,'x','x',NULL,NULL,'x','x','{}',NULL,NULL)`,
    ],
    [
      'one that comes chained',
      `INSERT INTO audit_entry VALUES (99999,'f',1,NULL,'x','x',NULL,NULL,'x','x','{}','a','b')`,
    ],
  ])('is kept by the database against %s', async (_, sql) => {
    await sealAuditLog({ db: env.DB, secrets: secrets as never })
    await expect(env.DB.prepare(sql).run()).rejects.toThrow(/audit entr/)
    const pragma = env.DB.prepare('PRAGMA ignore_check_constraints = 1')
    await expect(env.DB.batch([pragma, env.DB.prepare(sql)])).rejects.toThrow(/audit entr/)
  })

  it.each([
    ['changed', `UPDATE audit_entry SET actor_name = 'nobody' WHERE seq = 2`, ['2 hash']],
    ['removed', 'DELETE FROM audit_entry WHERE seq = 2', ['3 number', '3 link']],
    ['moved', `UPDATE audit_entry SET at = at + 1 WHERE seq = 3`, ['3 hash']],
  ])('shows an entry that was %s past the database', async (_, sql, expected) => {
    await sealAuditLog({ db: env.DB, secrets: secrets as never })
    const triggers = await env.DB.prepare(
      "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit_entry'",
    ).all<{ name: string; sql: string }>()
    const rows = await env.DB.prepare('SELECT * FROM audit_entry WHERE seq <= 3').all<
      Record<string, unknown>
    >()
    await env.DB.batch(
      triggers.results.map(({ name }: { name: string }) => env.DB.prepare(`DROP TRIGGER ${name}`)),
    )
    await env.DB.prepare(sql).run()
    expect(await faults()).toEqual(expected)
    for (const row of rows.results) {
      const marks = Object.keys(row).map(() => '?')
      const insert = `INSERT OR REPLACE INTO audit_entry VALUES (${marks.join(',')})`
      await env.DB.prepare(insert)
        .bind(...Object.values(row))
        .run()
    }
    await env.DB.batch(triggers.results.map((trigger: { sql: string }) => env.DB.prepare(trigger.sql)))
    expect(await faults()).toEqual([])
  })
})

describe('the head', () => {
  const records = recordStore(env.PHOTOS)
  const noon = Date.parse('2026-11-29T12:00:00+08:00')
  const keepAt = (now: number) =>
    keepAuditHead({ db: env.DB, secrets: secrets as never, records, now: () => now })

  it('is kept outside the database once a day, and a log that was written anew does not agree with it', async () => {
    const line = vi.spyOn(console, 'log').mockImplementation(() => undefined)
    await keepAt(noon)
    await signIn('station.demo')
    await keepAt(noon + 3_600_000)
    await keepAt(noon + 86_400_000)
    expect(line.mock.calls.map(([text]) => JSON.parse(text as string).auditHead.date)).toEqual([
      '2026-11-29',
      '2026-11-30',
    ])
    const heads = await keptAuditHeads({ records })
    expect(heads.map(({ date }) => date)).toEqual(['2026-11-30', '2026-11-29'])
    const agree = await verifyAudit({ db: env.DB, secrets }, heads, () => undefined)
    expect(agree.deviations).toBe(0)
    const forged = [{ ...heads[1], hash: 'f'.repeat(64), seq: heads[1]?.seq ?? 0 }]
    const found: string[] = []
    await verifyAudit({ db: env.DB, secrets }, forged, ({ fault }) => found.push(fault))
    expect(found).toEqual(['head'])
    const list = await (await api('/admin/audit-log/heads', admin)).json()
    expect(auditHeadList.parse(list).items).toEqual(heads)
  })

  it('comes with the scheduled run, and the sweep for lost photos leaves it alone', async () => {
    await runCron(env as never)
    await runCron(env as never)
    const today = await keptAuditHeads({ records })
    expect(today.length).toBeGreaterThan(0)
    expect(await faults()).toEqual([])
  })
})

describe('administrators', () => {
  it('find what they look for, page by page', async () => {
    const { id } = await officer()
    const ofOne = await read(`subject=account:${id}`)
    expect(ofOne.map(({ action }) => action)).toEqual([
      'invitation.accepted',
      'session.opened',
      'account.created',
    ])
    expect(await read(`actor=${id}&action=session.opened`)).toHaveLength(1)
    expect(await read('from=2100-01-01T00:00:00Z')).toEqual([])
    const paged: number[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = (await (await api(`/admin/audit-log?limit=7&cursor=${cursor}`, admin)).json()) as AuditList
      paged.push(...page.items.map(({ seq }) => seq))
      cursor = page.nextCursor
    }
    expect(paged).toEqual(Array.from({ length: paged.length }, (_, index) => paged.length - index))
    expect((await api('/admin/audit-log?cursor=nonsense', admin)).status).toBe(422)
    expect((await api('/admin/audit-log?action=unheard.of', admin)).status).toBe(422)
  })

  it('take it out as CSV in which nothing runs', async () => {
    const name = '=HYPERLINK("http://evil.example","何")'
    const body = { role: 'station', username: `runs-${serial}`, name, stationNumber: '0001' }
    const created = await api('/admin/accounts', { ...admin, method: 'POST', body })
    expect(created.status).toBe(201)
    const answer = await api('/admin/accounts/export', admin)
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="accounts.csv"')
    const text = await answer.text()
    expect(text).toContain(`runs-${serial},station,"'=HYPERLINK(""http://evil.example"",""何"")",0001`)
    expect(text).not.toMatch(/(^|,|\n)"?[=+\-@]/)
    const log = await (await api('/admin/audit-log/export', admin)).text()
    const lines = log.trimEnd().split('\r\n')
    expect(lines[0]).toBe(
      'seq,id,at,actor_id,actor_role,actor_name,address,device,action,subject,detail,prev_hash,hash',
    )
    expect(lines.at(-1)).toContain('audit-log.exported')
    expect(lines.at(-2)).toContain('account.exported')
    expect(lines).toHaveLength(1 + ((await read('limit=1'))[0]?.seq ?? 0))
  })

  it('are the only ones who read it', async () => {
    for (const path of ['', '/heads', '/export']) {
      expect((await api(`/admin/audit-log${path}`)).status).toBe(401)
      for (const name of ['station', 'body', 'deputy', 'supervisor', 'desk'])
        expect((await api(`/admin/audit-log${path}`, await signIn(`${name}.demo`))).status).toBe(403)
    }
  })
})

describe('what an entry speaks of', () => {
  it('is called by its name, in the language of whoever reads', async () => {
    const change = { days: 2 }
    const edit = (path: string, body: object) => api(path, { ...admin, method: 'PATCH', body })
    await edit(`/admin/limits/${encodeURIComponent('*~*~sign')}`, change)
    await edit('/admin/categories/street-lighting', { sort: 3 })
    await edit('/admin/retention/street-lighting', { contactDays: 90 })
    const { id } = await officer()
    const hook = { name: '12345 热线', url: 'https://12345.example.gov.cn/', events: ['submit'] }
    const added = await api('/admin/webhooks', {
      ...admin,
      method: 'POST',
      body: { ...hook, districtCode: '440104' },
    })
    const { webhook } = (await added.json()) as { webhook: { id: string } }
    const list = async (language: string) => {
      const answer = await api('/admin/audit-log?limit=20', { ...admin, language })
      return ((await answer.json()) as AuditList).names
    }
    const names = await list('zh-Hans')
    expect(names.categories?.['street-lighting']).toBe('路灯不亮')
    expect(names.accounts?.[id]).toBe('何佩仪')
    expect(names.webhooks?.[webhook.id]).toBe('12345 热线')
    expect(names.districts?.['440104']).toBe('越秀区')
    const english = await list('en')
    expect(english.districts?.['440104']).toBe('Yuexiu District')
    // What was typed by somebody is no key of anything.
    expect(Object.values(names).flatMap((named) => Object.keys(named))).not.toContain('submit')
  })

  it('that is quoted in a strange way breaks nothing', async () => {
    await env.DB.prepare(
      `INSERT INTO audit_entry (seq, id, at, actor_id, actor_role, actor_name, address, device, action, subject, detail)
       SELECT max(seq) + 1, 'odd', max(at), NULL, 'clock', '', NULL, NULL, 'city.changed', ?1, ?2 FROM audit_entry`,
    )
      .bind('city:"quoted"\\:~', JSON.stringify({ a: ['"', '\\', ' , '], b: null, c: 7 }))
      .run()
    expect((await read('limit=1'))[0]?.subject).toBe('city:"quoted"\\:~')
  })
})
