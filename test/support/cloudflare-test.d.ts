/**
 * What our tests use of `cloudflare:test`, typed without the Workers globals: those would contradict the
 * browser's, which the app is written against.
 */
declare module 'cloudflare:test' {
  import type { D1Migration } from '@cloudflare/vitest-plugin'
  import type { D1Database } from '@cloudflare/workers-types'
  import type { ExecutionContext } from 'hono'
  import type { Env } from '../../worker/env.ts'

  /** The bindings of wrangler.toml, and what vitest.config.mts adds. */
  export const env: Env & { TEST_MIGRATIONS: D1Migration[]; MODEL_SEED?: string; MODEL_COMMANDS?: string }

  /** Our Worker, in the same isolate as the test. */
  export const SELF: { fetch(input: string | URL | Request, init?: RequestInit): Promise<Response> }

  /** Applies what the database has not seen yet. */
  export function applyD1Migrations(db: D1Database, migrations: D1Migration[]): Promise<void>

  /** Empties every binding; apply the migrations again afterwards. */
  export function reset(): Promise<void>

  /** For calling a handler directly: its third argument, and waiting for what it left running. */
  export function createExecutionContext(): ExecutionContext
  export function waitOnExecutionContext(context: ExecutionContext): Promise<void>
  export function createScheduledController(options?: { scheduledTime?: Date | number; cron?: string }): {
    scheduledTime: number
    cron: string
    noRetry(): void
  }
}
