import type { Dice } from './image-mutations.ts'

// Requests made from the API's own description, and what may be wrong with them. Everything comes out of the dice, so
// that a seed gives the same requests again.

/** As much of a JSON Schema as the description of the API uses. */
interface Schema {
  type?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  allOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  additionalProperties?: Schema | boolean
  format?: string
}

interface Parameter {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  schema: Schema
}

export interface DescribedOperation {
  operationId: string
  parameters: Parameter[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, unknown>
}

/** One row of the description: where, how, what. */
export interface Described {
  path: string
  method: string
  operation: DescribedOperation
}

/** What exists in the city, so that a request now and then gets further than the first check. */
export interface Known {
  /** By the name of the parameter or field. */
  values: Readonly<Record<string, readonly string[]>>
  tokens: readonly string[]
  codes: readonly string[]
}

const HOSTILE_TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\uD800',
  '\uFFFE\uFFFF',
  '\u202E回文\u202C',
  '\u200B\u200D\uFEFF',
  "' OR '1'='1",
  "'; DROP TABLE report; --",
  '") UNION ALL VALUES (1,2,3) --',
  '%',
  '_%_%_%',
  '*',
  '"NEAR" AND OR NOT',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '{{7*7}}${7*7}<%= 7*7 %>',
  "=cmd|' /C calc'!A0",
  '../../../etc/passwd',
  '..%2f..%2f',
  'file:///etc/passwd',
  'http://169.254.169.254/',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'NaN',
  '-1',
  '1e309',
  '9007199254740993',
  '0x10',
  '2026-02-30',
  '2026-13-45T99:99:99Z',
  '-271821-04-20T00:00:00.000Z',
  '+275760-09-13T00:00:00.001Z',
  '١٢٣',
  '１２３',
  '👩‍👩‍👧‍👦'.repeat(30),
  'Z\u0301'.repeat(400),
  '字'.repeat(2001),
  'A'.repeat(70_000),
  '\r\nSet-Cookie: a=b',
  '\\',
  '\\u0000',
  '(((((((((((((((((((((a+)+)+)+)+)',
]

const HOSTILE_NUMBERS = [
  0,
  -0,
  -1,
  1,
  0.1,
  1.5,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  1e21,
  1e308,
  5e-324,
  90.0001,
  181,
]

function deep(levels: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < levels; level++) value = level % 2 ? [value] : { a: value }
  return value
}

function hostile(dice: Dice): unknown {
  switch (dice.below(9)) {
    case 0:
      return null
    case 1:
      return dice.below(2) === 1
    case 2:
      return dice.pick(HOSTILE_NUMBERS)
    case 3:
      return []
    case 4:
      return {}
    case 5:
      return Array.from({ length: dice.below(300) }, () => dice.pick(HOSTILE_TEXTS))
    case 6:
      return deep(dice.below(200))
    case 7:
      return JSON.parse(
        '{"__proto__":{"role":"admin"},"constructor":{"prototype":{"role":"admin"}},"role":"admin"}',
      )
    default:
      return dice.pick(HOSTILE_TEXTS)
  }
}

const PLAIN_TEXTS = [
  '路灯坏了三天，请看一看。',
  '井盖响',
  'The lamp is out',
  '2026-03-02',
  '2026-03-02T04:00:00Z',
  '12',
]

function textFor(name: string, known: Known, dice: Dice): string {
  const values = known.values[name]
  if (values && dice.below(4) > 0) return dice.pick(values)
  return dice.below(3) === 0 ? dice.pick(HOSTILE_TEXTS) : dice.pick(PLAIN_TEXTS)
}

/** A value of a schema; every so often, anywhere in it, something that is none. */
function valueOf(schema: Schema, name: string, known: Known, dice: Dice): unknown {
  if (dice.below(12) === 0) return hostile(dice)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return dice.pick(schema.enum)
  const choices = schema.anyOf ?? schema.allOf
  if (choices) return valueOf(dice.pick(choices), name, known, dice)
  switch (schema.type) {
    case 'object':
      return objectOf(schema, name, known, dice)
    case 'array':
      return Array.from({ length: dice.below(4) }, () => valueOf(schema.items ?? {}, name, known, dice))
    case 'boolean':
      return dice.below(2) === 1
    case 'integer':
    case 'number':
      return dice.below(3) === 0 ? dice.pick(HOSTILE_NUMBERS) : dice.below(40)
    case 'string':
      return textFor(name, known, dice)
    default:
      return dice.below(2) === 0 ? hostile(dice) : textFor(name, known, dice)
  }
}

function objectOf(schema: Schema, name: string, known: Known, dice: Dice): Record<string, unknown> {
  const { properties = {}, required = [], additionalProperties } = schema
  const entries = Object.entries(properties)
    .filter(([key]) => dice.below(required.includes(key) ? 15 : 2) > 0)
    .map(([key, part]) => [key, valueOf(part, key, known, dice)] as const)
  const other = typeof additionalProperties === 'object' ? additionalProperties : {}
  const extra =
    dice.below(8) === 0 ? [[dice.pick(HOSTILE_TEXTS), valueOf(other, name, known, dice)] as const] : []
  return Object.fromEntries([...entries, ...extra])
}

/** Half a character is written as a mark that one was lost. */
function wellFormed(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text))
}

type Body = string | Uint8Array<ArrayBuffer> | FormData

function bytesOf(dice: Dice, most: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: dice.below(most) }, () => dice.below(256))
}

/** The form's own encoder takes no name that ends with a backslash. */
function fileName(dice: Dice): string {
  return `${wellFormed(dice.pick(HOSTILE_TEXTS)).slice(0, 200)}.jpg`
}

/** What a JSON text may be broken into. */
function brokenJson(json: string, dice: Dice): Body {
  switch (dice.below(8)) {
    case 0:
      return json.slice(0, dice.below(json.length + 1))
    case 1:
      return `\uFEFF${json}`
    case 2:
      return json + json
    case 3:
      return '['.repeat(1 + dice.below(20_000))
    case 4:
      return '{"a":'.repeat(1 + dice.below(5000))
    case 5:
      return bytesOf(dice, 400)
    case 6: {
      const bytes = new TextEncoder().encode(json)
      if (bytes.length > 0) bytes[dice.below(bytes.length)] = 128 + dice.below(128)
      return bytes
    }
    default:
      return dice.pick(['', 'null', '[]', '""', '0', 'true', 'NaN', "{'a':1}", '{"a":1,}', '{"a":1e999}'])
  }
}

/** A form as an HTML page sends it, with answers to questions that may not be asked. */
function formOf(schema: Schema, known: Known, dice: Dice): { body: Body; type: string } {
  const fields = Object.entries(objectOf(schema, '', known, dice)).map(([name, value]) => [
    wellFormed(dice.below(20) === 0 ? `attribute[${name}]` : name),
    wellFormed(typeof value === 'string' ? value : JSON.stringify(value)),
  ])
  if (dice.below(3) > 0) fields.push(['api_key', 'demo'], ['lat', '23.1'], ['long', '113.2'])
  if (dice.below(6) > 0) {
    const body = new URLSearchParams(fields).toString()
    return { body, type: 'application/x-www-form-urlencoded' }
  }
  const form = new FormData()
  for (const [name = '', value = ''] of fields) form.append(name, value)
  return dice.below(3) > 0
    ? { body: form, type: '' }
    : { body: '--x', type: 'multipart/form-data; boundary=x' }
}

function bodyOf(
  { requestBody }: DescribedOperation,
  known: Known,
  dice: Dice,
): { body: Body; type: string } | null {
  if (!requestBody)
    return dice.below(10) === 0 ? { body: brokenJson('{}', dice), type: 'application/json' } : null
  if (dice.below(30) === 0) return null
  const json = requestBody.content['application/json']
  const form = requestBody.content['application/x-www-form-urlencoded']
  if (form) return formOf(form.schema, known, dice)
  if (!json) {
    const form = new FormData()
    form.append('file', new Blob([bytesOf(dice, 2000)]), fileName(dice))
    return dice.below(2) === 0
      ? { body: form, type: '' }
      : {
          body: bytesOf(dice, 2000),
          type: dice.pick(['image/jpeg', 'image/png', 'multipart/form-data; boundary=', '']),
        }
  }
  const text = JSON.stringify(valueOf(json.schema, '', known, dice)) ?? ''
  const type =
    dice.below(15) === 0 ? dice.pick(['text/plain', 'application/xml', 'x'.repeat(300)]) : 'application/json'
  return { body: dice.below(6) === 0 ? brokenJson(text, dice) : text, type }
}

/** How a value stands in an address: encoded, as it is where that is possible, or encoded wrongly. */
function inAddress(value: string, dice: Dice): string {
  if (dice.below(20) === 0)
    return dice.pick(['%', '%zz', '%ff%fe', '%00', '%c0%af', '%2e%2e%2f', '.', '..', ';', '//'])
  return encodeURIComponent(wellFormed(value)).slice(0, 8000)
}

function addressOf({ path, operation }: Described, known: Known, dice: Dice): string {
  const place = path.replace(/\{(\w+)\}/g, (_, name: string) => inAddress(textFor(name, known, dice), dice))
  const query = operation.parameters
    .filter((parameter) => parameter.in === 'query' && dice.below(3) === 0)
    .flatMap(({ name, schema }) =>
      Array.from({ length: dice.below(12) === 0 ? 3 : 1 }, () => {
        const value = valueOf(schema, name, known, dice)
        return `${name}=${inAddress(typeof value === 'string' ? value : JSON.stringify(value), dice)}`
      }),
    )
  const odd = dice.below(20) === 0 ? [`${inAddress(dice.pick(HOSTILE_TEXTS), dice)}=1`] : []
  return place + (query.length + odd.length > 0 ? `?${[...query, ...odd].join('&')}` : '')
}

/** What a header can carry at all. */
function asHeader(text: string): string {
  return text.replace(/[^\u0020-\u007e\u0080-\u00ff]/g, '').slice(0, 4000)
}

const SOMETIMES = [
  'Accept-Language',
  'X-Proof',
  'Cookie',
  'Origin',
  'If-None-Match',
  'User-Agent',
  'CF-Connecting-IP',
]

function authorizationOf(known: Known, dice: Dice): string {
  const token = dice.below(15) === 0 ? asHeader(dice.pick(HOSTILE_TEXTS)) : dice.pick(known.tokens)
  return dice.below(30) === 0 ? `Basic ${token}` : `Bearer ${token}`
}

function keyOf(dice: Dice): string {
  if (dice.below(10) === 0) return asHeader(dice.pick(HOSTILE_TEXTS))
  return `fuzz-key-${dice.below(2 ** 31)}-${dice.below(2 ** 31)}`
}

function headersOf(operation: DescribedOperation, known: Known, dice: Dice): [string, string][] {
  const headers: [string, string][] = []
  const odd = () => asHeader(dice.pick(HOSTILE_TEXTS))
  if (dice.below(6) > 0) headers.push(['Authorization', authorizationOf(known, dice)])
  if (dice.below(4) === 0)
    headers.push(['X-Query-Code', dice.below(3) === 0 ? odd() : dice.pick(known.codes)])
  const takesKey = operation.parameters.some(({ name }) => name === 'Idempotency-Key')
  if (takesKey && dice.below(10) > 0) headers.push(['Idempotency-Key', keyOf(dice)])
  for (const name of SOMETIMES) if (dice.below(25) === 0) headers.push([name, odd()])
  return headers
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD']

/** One request to an operation: mostly in its own shape, with one thing or several wrong. */
export function mutatedRequest(described: Described, known: Known, dice: Dice): Request {
  const { operation } = described
  const method = dice.below(25) === 0 ? dice.pick(METHODS) : described.method.toUpperCase()
  const sent = method === 'GET' || method === 'HEAD' ? null : bodyOf(operation, known, dice)
  const headers = headersOf(operation, known, dice)
  if (sent?.type) headers.push(['Content-Type', sent.type])
  return new Request(`http://mashang.test${addressOf(described, known, dice)}`, {
    method,
    headers,
    redirect: 'manual',
    ...(sent && { body: sent.body }),
  })
}
