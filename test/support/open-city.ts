import { createExecutionContext, env } from 'cloudflare:test'
import type { D1PreparedStatement } from '@cloudflare/workers-types'
import type { Failure } from '../../shared/contract/failure.ts'
import { prepareTrial, proofText } from '../../shared/domain/proof-of-work.ts'
import { app } from '../../worker/app.ts'
import { standInDatabase } from './stand-in-database.ts'

// A city that is open to the world, with its strict limits, and callers that come from somewhere.

/** Who calls, from where, with what. */
export interface Call {
  method?: string
  body?: unknown
  token?: string
  queryCode?: string
  /** A fresh one when not given. */
  key?: string
  address?: string
  proof?: string
  type?: string
}

function headersOf({ token, queryCode, key, address, proof, type }: Call): Record<string, string> {
  const headers: [string, string | undefined][] = [
    ['Authorization', token && `Bearer ${token}`],
    ['X-Query-Code', queryCode],
    ['CF-Connecting-IP', address],
    ['X-Proof', proof],
    ['Idempotency-Key', key ?? crypto.randomUUID()],
    ['Content-Type', type ?? 'application/json'],
  ]
  return Object.fromEntries(headers.filter((header): header is [string, string] => Boolean(header[1])))
}

let batches = 0
const countedDatabase = standInDatabase({
  prepare: (sql: string) => env.DB.prepare(sql),
  batch: (statements: D1PreparedStatement[]) => {
    batches += 1
    return env.DB.batch(statements)
  },
})

/** Calls of the database until now. */
export function databaseCalls(): number {
  return batches
}

/** Calls the API of a city that is no demonstration. */
export async function openApi(path: string, call: Call = {}): Promise<Response> {
  const { body } = call
  const bytes = body instanceof Uint8Array || body === undefined ? body : JSON.stringify(body)
  const request = new Request(`http://mashang.test/api/v1${path}`, {
    method: call.method ?? (body === undefined ? 'GET' : 'POST'),
    headers: headersOf(call),
    ...(bytes !== undefined && { body: bytes as BodyInit }),
  })
  return app.fetch(request, { ...env, DB: countedDatabase, DEMO_CITY: 'false' }, createExecutionContext())
}

export async function refusalOf(answer: Response): Promise<Failure> {
  return (await answer.json()) as Failure
}

/** A number that answers the challenge, as the header `X-Proof` wants it. */
export function solve({ text, bits }: { text: string; bits: number }): string {
  const isFound = prepareTrial(text, bits)
  let number = 0
  while (!isFound(number)) number += 1
  return proofText(text, number)
}

/** A number that does not answer it. */
export function fail({ text, bits }: { text: string; bits: number }): string {
  const isFound = prepareTrial(text, bits)
  let number = 0
  while (isFound(number)) number += 1
  return proofText(text, number)
}

/** Makes every count of a rule what a test needs. */
export async function setUses(rule: string, uses: number): Promise<void> {
  const sql = 'UPDATE limit_count SET uses = ?2 WHERE rule = ?1 RETURNING key'
  const { results } = await env.DB.prepare(sql).bind(rule, uses).all()
  if (results.length === 0) throw new Error(`nothing was counted by "${rule}"`)
}

/** All counts of a rule together. */
export async function usesOf(rule: string): Promise<number> {
  const sql = 'SELECT coalesce(sum(uses), 0) AS n FROM limit_count WHERE rule = ?1'
  return (await env.DB.prepare(sql).bind(rule).first<number>('n')) ?? 0
}

export async function forgetAll(): Promise<void> {
  await env.DB.batch([env.DB.prepare('DELETE FROM limit_count'), env.DB.prepare('DELETE FROM spent_proof')])
}
