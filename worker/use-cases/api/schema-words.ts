import type { Json } from './json-schema.ts'

/** As much of a JSON Schema as the contract makes. */
interface Schema {
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  additionalProperties?: Schema | boolean
  $ref?: string
  format?: string
  pattern?: string
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  default?: unknown
}

const literal = (value: unknown) => JSON.stringify(value)

function span(least: number | undefined, most: number | undefined, what: string): string[] {
  // What every whole number of a computer keeps to is no limit.
  const from = least === undefined || least <= Number.MIN_SAFE_INTEGER ? null : least
  const to = most === undefined || most >= Number.MAX_SAFE_INTEGER ? null : most
  if (from === null && to === null) return []
  const range = from === null ? `up to ${to}` : to === null ? `from ${from}` : `${from} to ${to}`
  return [`${range}${what && ` ${what}`}`]
}

/** What a value keeps to besides its type. */
function limitsOf(schema: Schema): string[] {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems, format, default: preset } = schema
  return [
    ...(format ? [format] : []),
    ...span(minimum, maximum, ''),
    ...span(minLength, maxLength, 'characters'),
    ...span(minItems, maxItems, 'items'),
    ...(preset === undefined || typeof preset === 'object' ? [] : [`${literal(preset)} when left out`]),
  ]
}

function objectWords(
  { properties = {}, required = [], additionalProperties }: Schema,
  indent: string,
): string {
  const inner = `${indent}  `
  const lines = Object.entries(properties).map(([name, part]) => {
    const limits = limitsOf(part)
    const optional = required.includes(name) ? '' : '?'
    const key = /^[\w$]+$/.test(name) ? name : literal(name)
    return `${inner}${key}${optional}: ${typeWords(part, inner)}${limits.length > 0 ? `  // ${limits.join(', ')}` : ''}`
  })
  if (typeof additionalProperties === 'object')
    lines.push(`${inner}[name: string]: ${typeWords(additionalProperties, inner)}`)
  else if (lines.length === 0) return 'object'
  return `{\n${lines.join('\n')}\n${indent}}`
}

function listWords(items: Schema | undefined, indent: string): string {
  const words = typeWords(items ?? {}, indent)
  return words.includes(' | ') ? `(${words})[]` : `${words}[]`
}

const choices = (schemas: Schema[], mark: string, indent: string) =>
  [...new Set(schemas.map((one) => typeWords(one, indent)))].join(mark)

/** A schema that names its values, or that is another's. */
function namedWords({ $ref, enum: values, const: value }: Schema): string | null {
  if ($ref) return $ref.split('/').at(-1) ?? $ref
  if (values) return values.map(literal).join(' | ')
  return value === undefined ? null : literal(value)
}

function madeWords(schema: Schema, indent: string): string {
  const { anyOf, oneOf, allOf, type, items } = schema
  const either = anyOf ?? oneOf
  if (either) return choices(either, ' | ', indent)
  if (Array.isArray(type))
    return choices(
      type.map((one) => ({ ...schema, type: one })),
      ' | ',
      indent,
    )
  if (allOf) return choices(allOf, ' & ', indent)
  if (type === 'object') return objectWords(schema, indent)
  return type === 'array' ? listWords(items, indent) : (type ?? 'anything')
}

/**
 * A JSON Schema as a programmer writes a type, with what else is to be kept to behind `//`.
 *
 * @param indent of the line it begins on
 */
function typeWords(schema: Schema, indent = ''): string {
  return namedWords(schema) ?? madeWords(schema, indent)
}

/** A whole type with its own limits. */
export function schemaWords(schema: Json): string {
  const limits = limitsOf(schema as Schema)
  return `${typeWords(schema as Schema)}${limits.length > 0 ? `  // ${limits.join(', ')}` : ''}`
}
