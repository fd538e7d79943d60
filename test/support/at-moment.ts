import { env } from 'cloudflare:test'
import { actingContext } from '../../scripts/seed/acting-context.ts'
import { submitRequest } from '../../shared/contract/report.ts'
import type { Command } from '../../shared/domain/report-command.ts'
import { allowedActions } from '../../shared/domain/report-lifecycle.ts'
import type { Action } from '../../shared/domain/report-state.ts'
import { cityDate } from '../../shared/domain/working-days.ts'
import { secretsFrom, sha256 } from '../../worker/adapters/secrets.ts'
import { webhookPost } from '../../worker/adapters/signed-post.ts'
import type { Context } from '../../worker/context.ts'
import { configFrom } from '../../worker/env.ts'
import { workCalendar } from '../../worker/repository/calendar.ts'
import { allDeadlineLimits } from '../../worker/repository/deadline-limits.ts'
import { runBatch } from '../../worker/repository/query.ts'
import { appendEvent } from '../../worker/repository/report-events.ts'
import { reportsByNumbers } from '../../worker/repository/reports.ts'
import { actorBySession } from '../../worker/repository/sessions.ts'
import { actOnReport } from '../../worker/use-cases/report/act.ts'
import { clockEvent } from '../../worker/use-cases/report/consequences.ts'
import { submitReport } from '../../worker/use-cases/report/submit.ts'
import type { Caller } from './api.ts'

// The real use cases at a moment of the test's choosing (milliseconds): the API itself knows only the present.

/** A use case's context for a caller at that moment. */
export async function contextAt(caller: Caller, at: number): Promise<Context> {
  const config = configFrom(env)
  const secrets = await secretsFrom(config.secretKey, config.dataKeys)
  const tokenHash = caller.token ? await sha256(caller.token) : null
  return { ...actingContext({ env, secrets, config, tokenHash, at }), postSigned: webhookPost(() => at) }
}

/** Sessions that were opened today last through every moment a test may choose. */
export async function keepSessionsOpen(): Promise<void> {
  await env.DB.prepare('UPDATE session SET expires_at = 9e15').run()
}

/** Files a report and gives its number. */
export async function fileAt(caller: Caller, at: number, content: object): Promise<string> {
  const input = submitRequest.parse({ channel: 'opinion', stationCode: 'K7Q2M9XA', ...content })
  const request = { key: crypto.randomUUID(), body: '' }
  const { answer } = await submitReport(await contextAt(caller, at), input, request)
  return (JSON.parse(answer) as { report: { number: string } }).report.number
}

async function recordOf(number: string) {
  const [[record]] = await runBatch(env.DB, [reportsByNumbers(env.DB, [number], 'zh-hans')])
  if (!record) throw new Error(`no report ${number}`)
  return record
}

/** Takes one action at the report's present version. */
export async function actAt(caller: Caller, number: string, at: number, command: Command): Promise<void> {
  const { facts } = await recordOf(number)
  const request = { key: crypto.randomUUID(), body: '' }
  await actOnReport(await contextAt(caller, at), number, { version: facts.version, command }, request)
}

/** Takes a step of the clock, if the lifecycle allows it at that moment. */
export async function clockAt(number: string, at: number, action: 'archive' | 'resume' | 'escalate') {
  const record = await recordOf(number)
  const [calendar, limits] = await runBatch(env.DB, [
    workCalendar(env.DB, cityDate(at)),
    allDeadlineLimits(env.DB),
  ])
  const ctx = await contextAt({}, at)
  const event = await clockEvent(ctx, record, { action }, { now: at, calendar, limits })
  if (event) await runBatch(env.DB, [appendEvent(env.DB, event)])
  return event !== null
}

/** What each caller may do with the report. */
export async function waysAt(
  callers: readonly Caller[],
  number: string,
  at: number,
): Promise<[Caller, Action][]> {
  const { facts } = await recordOf(number)
  const hashes = await Promise.all(callers.map(({ token = '' }) => sha256(token)))
  const actors = await runBatch(
    env.DB,
    hashes.map((hash) => actorBySession(env.DB, hash, at)),
  )
  return callers.flatMap((caller, index) => {
    const actor = actors[index]
    return actor ? allowedActions(facts, actor, at).map((action): [Caller, Action] => [caller, action]) : []
  })
}
