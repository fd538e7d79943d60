import { actingContext } from '../../../scripts/seed/acting-context.ts'
import { demandsEvidence } from '../../../shared/domain/report-state.ts'
import { env } from 'cloudflare:test'
import type { ErrorCode } from '../../../shared/domain/errors.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import type { Command } from '../../../shared/domain/report-command.ts'
import { secretsFrom } from '../../../worker/adapters/secrets.ts'
import type { Context } from '../../../worker/context.ts'
import { configFrom } from '../../../worker/env.ts'
import { actOnReport } from '../../../worker/use-cases/report/act.ts'
import { readsAs, verdictOn, type RuledAction } from '../../support/lifecycle-oracle.ts'
import type { Player } from './cast.ts'
import { afterClock, afterPerson, type Expected } from './expected-report.ts'
import { ConnectionLost, faultyDatabase, type Fault, type Rewrite } from './faulty-database.ts'
import { personOf, situationAt } from './parts.ts'
import type { Tally } from './tally.ts'

/** What somebody sent, so that they can send it again. */
export interface Request {
  key: string
  who: Player
  /** They show the report's query code. */
  hasCode: boolean
  number: string
  version: number
  command: Command
  /** Nothing is missing in it. */
  isComplete: boolean
}

/** A request that was accepted, with what was answered; null when the answer was lost and not asked for again. */
export interface Accepted {
  request: Request
  answer: string | null
}

/** Words that must not come out, and where from. */
export interface PrivateWords {
  /** Never: contact, exact place, notes, what the reporter added. */
  always: string[]
  /** The report's own words: only as long as nobody published others in their place. */
  text: string
  /** Photos that came with it. */
  photos: string[]
}

/** What the model knows of one run. */
export interface World {
  /** Milliseconds; goes forwards only. */
  now: number
  reports: Map<string, Expected>
  accepted: Accepted[]
  /** Reports whose last answer came from their lead or their topic, without photos of their own. */
  carriedOver: Set<string>
  /** Sent, and the connection broke before anything was written; not sent again yet. */
  unsent: Request[]
  private: Map<string, PrivateWords>
  /** How many events of a report were looked at. */
  seen: Map<string, number>
  /** Actions of this run, to prefer those that have not come yet. */
  done: Set<string>
  /** Writes of people without a key of their own, less keys without a write: a topic has one for all its reports. */
  withoutKey: number
  /** What has happened, in words. */
  told: string[]
  tally: Tally
  rewrite: Rewrite | undefined
}

export type Reply =
  | { answer: string }
  | { code: ErrorCode; current?: { state: string; version: number } | undefined }
  | { lost: true }

/** A fault that will happen in the writing call. */
export function faultIn(when: Fault['when'], on: Fault['on'] = 'write'): Fault {
  return { when, on, happened: false }
}

/** What a use case gets when that player acts now. */
export async function contextOf(
  world: World,
  who: Player | null,
  { queryCode = null, fault = null }: { queryCode?: string | null; fault?: Fault | null } = {},
): Promise<Context> {
  // How often somebody may act is another matter: here a city's year passes in a minute.
  const config = { ...configFrom(env), limits: [] }
  const secrets = await secretsFrom(config.secretKey)
  const tokenHash = who?.tokenHash ?? null
  const acting = actingContext({ env, secrets, config, tokenHash, at: world.now })
  return {
    ...acting,
    db: faultyDatabase(env.DB, fault, world.rewrite),
    credentials: { ...acting.credentials, queryCode },
  }
}

/** What a call came to; whatever is neither an answer nor a refusal nor the planted fault is a failure of its own. */
export async function replyOf(call: Promise<string>): Promise<Reply> {
  try {
    return { answer: await call }
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, current: error.current }
    if (error instanceof ConnectionLost) return { lost: true }
    throw error
  }
}

/** Sends a request through the real use case. */
export async function send(world: World, request: Request, fault: Fault | null = null): Promise<Reply> {
  const { who, hasCode, number, version, command, key } = request
  const queryCode = hasCode ? reportOf(world, number).queryCode : null
  const ctx = await contextOf(world, who, { queryCode, fault })
  const body = JSON.stringify({ ...command, version })
  return replyOf(actOnReport(ctx, number, { version, command }, { key, body }))
}

/** What the model believes of a report of this run. */
export function reportOf(world: World, number: string): Expected {
  const report = world.reports.get(number)
  if (!report) throw new Error(`no report ${number} in this run`)
  return report
}

/** Numbers of the reports that follow one. */
export function followersOf(world: World, number: string): string[] {
  return [...world.reports.values()]
    .filter((report) => report.state === 'merged' && report.leadNumber === number)
    .map((report) => report.number)
}

const LEADING = new Set(['submitted', 'needs_info', 'assigned', 'in_progress', 'disputed', 'in_review'])

/** Whether a report is still on its way to an answer. */
export function isUnanswered(state: string): boolean {
  return LEADING.has(state)
}

/** Whether a report may follow that one: known to whoever says so, on its way, no chains, not itself. */
export function canFollow(world: World, report: Expected, leadNumber: string, who: Player): boolean {
  const lead = world.reports.get(leadNumber)
  if (!lead || lead.number === report.number || !LEADING.has(lead.state)) return false
  const knows = readsAs(personOf(lead, who), situationAt(lead, world.now)) === 'staff'
  return knows && followersOf(world, report.number).length === 0
}

/** Whether a report's answer has no photo while one that follows it demands one. */
function lacksEvidence(world: World, number: string): boolean {
  const demands = (follower: string) => demandsEvidence(reportOf(world, follower))
  return world.carriedOver.has(number) && followersOf(world, number).some(demands)
}

/** Why a request must be refused, or null when it must succeed. */
export function expectedRefusal(world: World, request: Request): ErrorCode | null {
  const { number, who, hasCode, version, command, isComplete } = request
  const report = reportOf(world, number)
  const person = personOf(report, who, hasCode)
  const situation = situationAt(report, world.now)
  if (readsAs(person, situation) === null) return 'NOT_FOUND'
  if (version !== report.version) return 'STALE_VERSION'
  const verdict = verdictOn(command.action as RuledAction, situation, person)
  if (verdict !== 'allowed') return verdict
  if (!isComplete) return 'VALIDATION_FAILED'
  if (command.action === 'approve' && lacksEvidence(world, number)) return 'VALIDATION_FAILED'
  if (command.action !== 'merge' || canFollow(world, report, command.leadNumber, who)) return null
  return 'VALIDATION_FAILED'
}

/** What becomes of those who follow a report that has moved. */
function consequenceOf(before: Expected, after: Expected): Command | null {
  if (before.state === after.state) return null
  if (after.state === 'answered') {
    const { bodyCode, deputyId, complexity, finishedBy } = before
    const answer = { text: '', bodyCode, deputyId, complexity, finishedBy, data: {} }
    return { action: 'settle', answer }
  }
  return after.state === 'declined' || after.state === 'withdrawn' ? { action: 'unmerge' } : null
}

/** Lets the model take a step that was taken; answers the numbers of all reports that it moved. */
export function take(world: World, request: Request): string[] {
  const { number, who, command } = request
  const before = reportOf(world, number)
  const after = afterPerson(before, command, who)
  const followers = followersOf(world, number)
  world.reports.set(number, after)
  if (command.action === 'finish') world.carriedOver.delete(number)
  count(world, command.action)
  const consequence = consequenceOf(before, after)
  for (const follower of consequence ? followers : []) tick(world, follower, consequence as Command)
  return [number, ...followers]
}

/** Lets the model take a step of a person that has no request of its own. */
export function touch(world: World, number: string, command: Command, who: Player): void {
  world.reports.set(number, afterPerson(reportOf(world, number), command, who))
  count(world, command.action)
}

/** Lets the model take a step of the clock. */
export function tick(world: World, number: string, command: Command): void {
  world.reports.set(number, afterClock(reportOf(world, number), command))
  if (command.action === 'settle') world.carriedOver.add(number)
  count(world, command.action)
  world.tally.byClock[command.action] = (world.tally.byClock[command.action] ?? 0) + 1
}

function count({ done, tally }: World, action: string): void {
  done.add(action)
  tally.actions[action] = (tally.actions[action] ?? 0) + 1
}
