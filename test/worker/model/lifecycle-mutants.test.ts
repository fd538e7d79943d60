import { env } from 'cloudflare:test'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type * as Effects from '../../../shared/domain/report-effects.ts'
import type { LifecycleRow } from '../../../shared/domain/report-lifecycle.ts'
import type * as Chain from '../../../worker/use-cases/report/chain.ts'
import type * as Consequences from '../../../worker/use-cases/report/consequences.ts'
import type * as Present from '../../../worker/use-cases/report/present.ts'
import type { Rewrite } from './faulty-database.ts'
import { withTriggers, type Spoilt } from './planted.ts'
import type { ModelOptions } from './run-model.ts'

// A model that notices nothing proves nothing: for each invariant a mistake is planted in the real code's way, and
// the same run must find it and name it. Nothing in the product knows of this.

const SEED = Number(env.MODEL_SEED ?? Date.now() % 1_000_000_000)
const COMMANDS = 2000
const DAY_MS = 86_400_000

/** Which of the mistakes below the code makes just now. */
const wrong = vi.hoisted(() => ({ code: '' }))

vi.mock('../../../shared/domain/report-effects.ts', async (original) => {
  const real = await original<typeof Effects>()
  const effectOf: typeof real.effectOf = (report, actor, command, rules) => {
    const effect = real.effectOf(report, actor, command, rules)
    if (wrong.code !== 'a bounce postpones' || command.action !== 'bounce' || 'fields' in effect)
      return effect
    const at = report.promisedAt + DAY_MS
    const promise = { at, counted: ['2026-01-01'], skipped: [], provisional: false }
    const changes = { ...effect.changes, promisedAt: at }
    return { ...effect, changes, data: { ...effect.data, promise } }
  }
  return { ...real, effectOf }
})

vi.mock('../../../worker/use-cases/report/consequences.ts', async (original) => {
  const real = await original<typeof Consequences>()
  const consequencesOf: typeof real.consequencesOf = async (...all) =>
    wrong.code === 'followers are forgotten' ? [] : real.consequencesOf(...all)
  return { ...real, consequencesOf }
})

vi.mock('../../../worker/use-cases/report/present.ts', async (original) => {
  const real = await original<typeof Present>()
  const presentWhole: typeof real.presentWhole = async (ctx, whole, actor) => {
    const answer = await real.presentWhole(ctx, whole, actor)
    if (!answer || wrong.code !== 'the address is shown') return answer
    return { ...answer, report: { ...answer.report, address: whole.record.address } }
  }
  return { ...real, presentWhole }
})

vi.mock('../../../worker/use-cases/report/chain.ts', async (original) => {
  const real = await original<typeof Chain>()
  const eventHash: typeof real.eventHash = (secrets, event) =>
    real.eventHash(
      secrets,
      wrong.code === 'texts are not hashed' ? { ...event, text: null, textHash: null } : event,
    )
  return { ...real, eventHash }
})

/** The modules as they are with the mistakes: those loaded before know nothing of them. */
async function load() {
  vi.resetModules()
  const { runModel } = await import('./run-model.ts')
  const { openCast } = await import('./cast.ts')
  const { LIFECYCLE } = await import('../../../shared/domain/report-lifecycle.ts')
  const { seedTestCity } = await import('../../support/test-city.ts')
  return { runModel, openCast, seedTestCity, rows: LIFECYCLE as readonly Partial<LifecycleRow>[] }
}

let loaded: Awaited<ReturnType<typeof load>>

interface Mutant {
  invariant: number
  name: string
  /** Which mistake above is made. */
  code?: string
  /** What a row of the table says instead. */
  row?: Partial<LifecycleRow>
  triggers?: Spoilt
  rewrite?: Rewrite
}

const cut = (line: RegExp) => (sql: string) => sql.replace(line, '')

const MUTANTS: Mutant[] = [
  {
    invariant: 1,
    name: 'the projection forgets who finished',
    triggers: { report_event_projects: cut(/^ +finished_by = .*\n/m) },
  },
  {
    invariant: 2,
    name: 'an event is appended whatever the version is',
    triggers: { report_event_continues: null },
    rewrite: (sql, values) => ({
      sql: sql.replace(
        'FROM report WHERE number = ?1 AND version = ?2',
        'FROM report WHERE number = ?1 AND version >= ?2',
      ),
      values,
    }),
  },
  {
    invariant: 3,
    name: 'the answer is not kept under its key',
    rewrite: (sql, values) => ({
      sql:
        sql.includes('INTO idempotency_key') && String(values[3]).includes('"timeline"')
          ? sql.replace('WHERE', 'WHERE 0 AND')
          : sql,
      values,
    }),
  },
  {
    invariant: 4,
    name: 'a station gives orders',
    row: { action: 'order', roles: ['station', 'supervisor'], by: ['overseer'] },
  },
  {
    invariant: 5,
    name: 'whoever finished may review',
    row: { action: 'approve', guards: [] },
    triggers: { report_event_by_another: null },
  },
  { invariant: 6, name: 'a bounce postpones the promise', code: 'a bounce postpones' },
  {
    invariant: 7,
    name: 'the projection forgets the due time',
    triggers: { report_event_projects: cut(/^ +due_at = .*\n/m), report_is_somebodys: null },
  },
  {
    invariant: 8,
    name: 'a lead is answered without its followers',
    code: 'followers are forgotten',
    triggers: { report_event_leaves_nobody: null },
  },
  { invariant: 9, name: 'the public reads the address', code: 'the address is shown' },
  { invariant: 10, name: 'the text is left out of the hash', code: 'texts are not hashed' },
]

/** Does something while a row of the table says something else. */
async function withRow<T>(spoilt: Mutant['row'], work: () => Promise<T>): Promise<T> {
  const row = loaded.rows.find(({ action }) => action === spoilt?.action)
  const right = { ...row }
  Object.assign(row ?? {}, spoilt)
  try {
    return await work()
  } finally {
    Object.assign(row ?? {}, right)
  }
}

/** What the model says of the product with that mistake. */
async function verdictOn(mutant: Mutant, how: Partial<ModelOptions> = {}): Promise<string> {
  const { code = '', row, triggers = {}, rewrite } = mutant
  wrong.code = code
  const options = { seed: SEED, commands: COMMANDS, shrink: false, ...(rewrite && { rewrite }), ...how }
  try {
    await withTriggers(triggers, () => withRow(row, () => loaded.runModel(options)))
    return `nothing was noticed, MODEL_SEED=${SEED}`
  } catch (error) {
    return (error as Error).message
  } finally {
    wrong.code = ''
  }
}

beforeAll(async () => {
  loaded = await load()
  await loaded.seedTestCity()
  await loaded.openCast()
  // A sweep whose connection breaks, or that meets a broken report, says so in the log.
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})

/** A mistake may break something else first: it is given another walk or two to show itself. */
const WALKS = 3

describe('the model notices', () => {
  it.each(MUTANTS.map((mutant) => [mutant.invariant, mutant.name, mutant] as const))(
    'by invariant %i that %s',
    async (invariant, _, mutant) => {
      const named = `invariant ${invariant}:`
      let verdict = ''
      for (let walk = 0; walk < WALKS && !verdict.includes(named); walk += 1) {
        verdict = await verdictOn(mutant, { seed: SEED + walk })
      }
      expect(verdict).toContain(named)
    },
    120_000,
  )

  it('a mistake by the few steps that it takes', async () => {
    const mutant = MUTANTS.find(({ invariant }) => invariant === 10)
    const verdict = mutant ? await verdictOn(mutant, { shrink: true, most: 15 }) : ''
    expect(verdict).toContain('invariant 10:')
    const steps = verdict.match(/^ {2}\S.*/gm) ?? []
    expect(steps.length, verdict).toBeGreaterThan(0)
    expect(steps.length, verdict).toBeLessThanOrEqual(6)
  }, 120_000)
})
