import { env } from 'cloudflare:test'
import { many, runBatch, write } from '../../../worker/repository/query.ts'

/** The text of a trigger as the migrations made it. */
async function textOf(trigger: string): Promise<string> {
  const statement = env.DB.prepare("SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?1")
  const [[sql]] = await runBatch(env.DB, [many(statement.bind(trigger), (row) => row.sql as string)])
  if (!sql) throw new Error(`no trigger ${trigger}`)
  return sql
}

async function put(trigger: string, sql: string | null): Promise<void> {
  const statements = [`DROP TRIGGER IF EXISTS ${trigger}`, ...(sql === null ? [] : [sql])]
  await runBatch(
    env.DB,
    statements.map((statement) => write(env.DB.prepare(statement))),
  )
}

/** What becomes of a trigger: another text, or null to be without it. */
export type Spoilt = Record<string, ((sql: string) => string) | null>

/** Spoils triggers, does something, and puts them back as they were. */
export async function withTriggers<T>(spoilt: Spoilt, work: () => Promise<T>): Promise<T> {
  const names = Object.keys(spoilt)
  const right = new Map<string, string>()
  for (const name of names) right.set(name, await textOf(name))
  try {
    for (const [name, sql] of right) {
      const changed = spoilt[name]?.(sql) ?? null
      if (changed === sql) throw new Error(`nothing was spoilt in ${name}`)
      await put(name, changed)
    }
    return await work()
  } finally {
    for (const [name, sql] of right) await put(name, sql)
  }
}
