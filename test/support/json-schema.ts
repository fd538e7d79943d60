// As much of JSON Schema (2020-12) as the description of the API uses, so that answers are held against what is
// published and not against our own schemas again. A keyword it does not know is an error: nothing passes unseen.

export interface JsonSchema {
  [keyword: string]: unknown
}

/** Words that say nothing about what is allowed. */
const SILENT = new Set([
  'description',
  'title',
  'default',
  '$schema',
  'required',
  'properties',
  'additionalProperties',
])

type Check = (wanted: never, value: unknown, at: string, schema: JsonSchema, root: JsonSchema) => string[]

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  array: (value) => Array.isArray(value),
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
}

const FORMATS: Readonly<Record<string, RegExp>> = {
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  date: /^\d{4}-\d\d-\d\d$/,
  binary: /^/,
}

const lengthOf = (value: unknown) => (typeof value === 'string' ? [...value].length : Number.NaN)
const sizeOf = (value: unknown) => (Array.isArray(value) ? value.length : Number.NaN)
const numberOf = (value: unknown) => (typeof value === 'number' ? value : Number.NaN)
const bound =
  (
    measure: (value: unknown) => number,
    isBroken: (size: number, limit: number) => boolean,
    what: string,
  ): Check =>
  (limit: number, value, at) =>
    isBroken(measure(value), limit) ? [`${at}: ${what} ${limit}`] : []
const less = (size: number, limit: number) => size < limit
const more = (size: number, limit: number) => size > limit

function resolve(ref: string, root: JsonSchema): JsonSchema {
  const found = ref
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((at, part) => (at as JsonSchema | undefined)?.[part], root)
  if (!found) throw new Error(`${ref} leads nowhere`)
  return found as JsonSchema
}

function objectFaults(value: object, at: string, schema: JsonSchema, root: JsonSchema): string[] {
  const {
    properties = {},
    required = [],
    additionalProperties = true,
  } = schema as {
    properties?: Record<string, JsonSchema>
    required?: string[]
    additionalProperties?: boolean | JsonSchema
  }
  const missing = required.filter((name) => !(name in value)).map((name) => `${at}: lacks ${name}`)
  const wrong = Object.entries(value).flatMap(([name, part]) => {
    const own = Object.hasOwn(properties, name) ? properties[name] : additionalProperties
    if (own === true || own === undefined) return []
    if (own === false) return [`${at}: has ${name}, which is not described`]
    return faultsOf(own, part, `${at}.${name}`, root)
  })
  return [...missing, ...wrong]
}

const CHECKS: Readonly<Record<string, Check>> = {
  $ref: (ref: string, value, at, _, root) => faultsOf(resolve(ref, root), value, at, root),
  type: (type: string | string[], value, at) =>
    [type].flat().some((one) => TYPES[one]?.(value)) ? [] : [`${at}: no ${type}`],
  enum: (values: unknown[], value, at) =>
    values.includes(value) ? [] : [`${at}: ${String(value)} is none of the list`],
  const: (wanted: unknown, value, at) => (value === wanted ? [] : [`${at}: not ${String(wanted)}`]),
  anyOf: (schemas: JsonSchema[], value, at, _, root) =>
    schemas.some((one) => faultsOf(one, value, at, root).length === 0) ? [] : [`${at}: none of the shapes`],
  oneOf: (schemas: JsonSchema[], value, at, _, root) =>
    schemas.filter((one) => faultsOf(one, value, at, root).length === 0).length === 1
      ? []
      : [`${at}: not one shape`],
  allOf: (schemas: JsonSchema[], value, at, _, root) =>
    schemas.flatMap((one) => faultsOf(one, value, at, root)),
  items: (items: JsonSchema, value, at, _, root) =>
    Array.isArray(value)
      ? value.flatMap((item, index) => faultsOf(items, item, `${at}[${index}]`, root))
      : [],
  propertyNames: (names: JsonSchema, value, at, _, root) =>
    Object.keys(value as object).flatMap((name) => faultsOf(names, name, `${at}(${name})`, root)),
  pattern: (pattern: string, value, at) =>
    typeof value !== 'string' || new RegExp(pattern, 'u').test(value)
      ? []
      : [`${at}: ${value} is not ${pattern}`],
  format: (format: string, value, at) => {
    const known = FORMATS[format]
    if (!known) throw new Error(`${at}: unknown format ${format}`)
    return known.test(String(value)) ? [] : [`${at}: ${String(value)} is no ${format}`]
  },
  minLength: bound(lengthOf, less, 'shorter than'),
  maxLength: bound(lengthOf, more, 'longer than'),
  minItems: bound(sizeOf, less, 'fewer than'),
  maxItems: bound(sizeOf, more, 'more than'),
  minimum: bound(numberOf, less, 'less than'),
  maximum: bound(numberOf, more, 'more than'),
}

/** What of a value is not as its schema says, one line each. @param root where references begin */
export function faultsOf(schema: JsonSchema, value: unknown, at = '$', root: JsonSchema = schema): string[] {
  const isObject = TYPES.object?.(value) === true
  return [
    ...(isObject ? objectFaults(value as object, at, schema, root) : []),
    ...Object.entries(schema).flatMap(([keyword, wanted]) => {
      if (SILENT.has(keyword)) return []
      const check = CHECKS[keyword]
      if (!check) throw new Error(`${at}: unknown keyword ${keyword}`)
      return check(wanted as never, value, at, schema, root)
    }),
  ]
}
