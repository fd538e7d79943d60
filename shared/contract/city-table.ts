import * as z from 'zod/mini'
import { CITY_TABLE_SHAPES, type CityField, type CityTable } from '../domain/city-tables.ts'
import { listOf } from './primitives.ts'
import { names } from './reference.ts'

const option = z.strictObject({
  code: z.string().check(z.minLength(1), z.maxLength(40)),
  label: z.string().check(z.minLength(1), z.maxLength(60)),
  labelHant: z.string().check(z.minLength(1), z.maxLength(60)),
  labelEn: z.string().check(z.minLength(1), z.maxLength(120)),
})

/** A category's own question, in all languages. */
const question = z.strictObject({
  ...option.shape,
  type: z.enum(['choice', 'text', 'yesno']),
  required: z.boolean(),
  options: z.optional(z.array(option).check(z.maxLength(20))),
})

type Schema = z.core.$ZodType

function textSchema({ least = 1, most = 60, pattern }: CityField): Schema {
  const bounds = z.string().check(z.trim(), z.minLength(least), z.maxLength(most))
  return pattern ? bounds.check(z.regex(pattern)) : bounds
}

function schemaOf(field: CityField): Schema {
  const { kind, least = 0, most = 0, choices = [] } = field
  switch (kind) {
    case 'text':
      return textSchema(field)
    case 'whole':
      return z.number().check(z.int(), z.minimum(least), z.maximum(most))
    case 'degrees':
      return z.number().check(z.minimum(least), z.maximum(most))
    case 'flag':
      return z.boolean()
    case 'choice':
      return z.enum(choices as [string, ...string[]])
    case 'words':
      return z.array(z.string().check(z.minLength(1), z.maxLength(20))).check(z.maxLength(most))
    case 'questions':
      return z.array(question).check(z.maxLength(most))
  }
}

function shapeOf(fields: readonly CityField[]): Record<string, Schema> {
  return Object.fromEntries(
    fields.map((field) => [
      field.name,
      field.optional ? z.nullable(schemaOf(field) as never) : schemaOf(field),
    ]),
  )
}

/** A whole row of a table: `POST`, and what lists and answers show. Optional columns may be left out. */
export function cityRow(table: CityTable) {
  const { fields } = CITY_TABLE_SHAPES[table]
  const given = fields.map(({ name, optional }) => [name, optional] as const)
  const shape = shapeOf(fields)
  const lenient = Object.fromEntries(
    given.map(([name, optional]) => [
      name,
      optional ? z._default(shape[name] as never, null as never) : shape[name],
    ]),
  )
  return z.strictObject(lenient as Record<string, z.core.$ZodType>)
}

/** `PATCH`: some columns, never those of the key. */
export function cityRowChange(table: CityTable) {
  const { fields, key } = CITY_TABLE_SHAPES[table]
  return z.partial(z.strictObject(shapeOf(fields.filter(({ name }) => !key.includes(name)))))
}

/** A page of a table, and by name what its rows refer to. */
export const cityRowList = (table: CityTable) => z.extend(listOf(cityRow(table)), { names })

export const cityTableQuery = z.object({
  /** Part of a key or a name. */
  q: z.optional(z.string().check(z.trim(), z.maxLength(80))),
  cursor: z.optional(z.string().check(z.maxLength(200))),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200)), 50),
})
export type CityTableQuery = z.output<typeof cityTableQuery>

/** `?apply=true` writes; without it an import only says what it would do. */
export const cityImportQuery = z.object({ apply: z.optional(z.enum(['true', 'false'])) })

/** One thing that is wrong with a file: the line in it (the header is line 1), the column, and why. */
export const cityImportError = z.object({
  row: z.number(),
  column: z.string(),
  problem: z.string(),
  message: z.string(),
})
export type CityImportError = z.infer<typeof cityImportError>

/** What an import does or would do. With a single error nothing is written. */
export const cityImportAnswer = z.object({
  applied: z.boolean(),
  added: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  /** The first hundred; `errorCount` counts all. */
  errors: z.array(cityImportError),
  errorCount: z.number(),
  /** Keys of rows that would be new and of those that would change, the first twenty of each. */
  preview: z.object({ added: z.array(z.string()), changed: z.array(z.string()) }),
  /** Some of these rows, and by name what they refer to. */
  examples: z.array(z.record(z.string(), z.unknown())),
  names,
})
export type CityImportAnswer = z.infer<typeof cityImportAnswer>
