import * as z from 'zod/mini'

export type Json = Record<string, unknown>
export type SchemaOf = typeof schemaOf

/** A schema of the contract as JSON Schema; what a transformation makes of a value is left to the words beside it. */
export function schemaOf(schema: z.core.$ZodType, io: 'input' | 'output'): Json {
  const { $schema: _draft, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return json as Json
}
