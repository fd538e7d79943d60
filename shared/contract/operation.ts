import type * as z from 'zod/mini'
import type { ErrorCode } from '../domain/errors.ts'
import type { Permission } from '../domain/permissions.ts'

type Schema = z.core.$ZodType

/** What a body is when it is no JSON. */
export type RawBody = 'photo' | 'csv'
export type RawAnswer =
  | 'empty'
  | 'picture'
  | 'drawing'
  | 'csv'
  | 'geojson'
  | 'atom'
  | 'page'
  | 'style'
  | 'script'

/** One operation of the HTTP surface: who may call it, what it takes, what it answers. */
export interface Operation {
  /** A name of its own, for clients that are generated. */
  id: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** As Hono writes it: `/api/v1/reports/:number`. */
  path: string
  summary: string
  /** The row of the permission matrix: who is not in it is refused. */
  permission: Permission
  query?: Schema
  body?: Schema | RawBody
  /** The fields of a form, where one is sent in place of a body. */
  form?: Schema
  /** Writes that may be repeated after a lost answer carry `Idempotency-Key`; some may do without. */
  idempotent?: 'required' | 'optional'
  /** Status to schema. */
  answers: Readonly<Record<number, Schema | RawAnswer>>
  /** What it can refuse with besides what every operation can. */
  refusals: readonly ErrorCode[]
}

/** Every operation can be refused with these. */
export const COMMON_REFUSALS = [
  'MALFORMED_REQUEST',
  'UNAUTHENTICATED',
  'NOT_ALLOWED',
  'NOT_FOUND',
  'INTERNAL',
] as const satisfies readonly ErrorCode[]
