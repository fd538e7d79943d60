import { failure } from '../../../shared/contract/failure.ts'
import { COMMON_REFUSALS, type Operation, type RawAnswer } from '../../../shared/contract/operation.ts'
import { geoErrors } from '../../../shared/contract/open311.ts'
import { OPERATIONS } from '../../../shared/contract/operations/all.ts'
import { OF_OPEN311 } from '../../../shared/contract/operations/of-open311.ts'
import { PHOTO_TYPES } from '../../../shared/contract/photo.ts'
import { STATUS } from '../../refusal-status.ts'
import { open311Operation, open311Path } from './describe-open311.ts'
import { schemaOf, type Json } from './json-schema.ts'

/** `/api/v1/reports/:number` as OpenAPI writes it. */
function pathOf(path: string): string {
  return path.replace(/:(\w+)/g, '{$1}')
}

function parametersOf({ path, query, idempotent }: Operation): Json[] {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const { properties = {}, required = [] } = query ? schemaOf(query, 'input') : {}
  const inQuery = Object.entries(properties as Json).map(([name, schema]) => ({
    name,
    in: 'query',
    required: (required as string[]).includes(name),
    schema,
  }))
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: idempotent === 'required',
    description: 'The same on every try of the same write.',
    schema: { type: 'string', minLength: 16, maxLength: 64 },
  }
  return [...inPath, ...inQuery, ...(idempotent ? [key] : [])]
}

function bodyOf({ body }: Operation): Json | null {
  if (body === undefined) return null
  const picture = { schema: { type: 'string', format: 'binary' } }
  if (body === 'photo') {
    const form = {
      type: 'object',
      properties: { file: picture.schema, thumb: picture.schema },
      required: ['file'],
    }
    const content = Object.fromEntries(PHOTO_TYPES.map((type) => [type, picture]))
    return { required: true, content: { ...content, 'multipart/form-data': { schema: form } } }
  }
  if (body === 'csv') return { required: true, content: { 'text/csv': { schema: { type: 'string' } } } }
  return { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } }
}

const RAW_ANSWERS: Record<RawAnswer, Json> = {
  empty: { description: 'Done, without words' },
  picture: {
    description: 'The picture',
    content: Object.fromEntries(
      PHOTO_TYPES.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
    ),
  },
  drawing: {
    description: 'A drawing',
    content: { 'image/svg+xml': { schema: { type: 'string' } } },
  },
  csv: { description: 'A table', content: { 'text/csv': { schema: { type: 'string' } } } },
  geojson: {
    description: 'A FeatureCollection (RFC 7946)',
    content: { 'application/geo+json': { schema: { type: 'object' } } },
  },
  atom: {
    description: 'A feed (RFC 4287)',
    content: { 'application/atom+xml': { schema: { type: 'string' } } },
  },
  page: { description: 'A page', content: { 'text/html': { schema: { type: 'string' } } } },
  style: { description: 'A style sheet', content: { 'text/css': { schema: { type: 'string' } } } },
  script: { description: 'A script', content: { 'text/javascript': { schema: { type: 'string' } } } },
}

function answerOf(answer: Operation['answers'][number]): Json {
  if (typeof answer === 'string') return RAW_ANSWERS[answer]
  return { description: 'Done', content: { 'application/json': { schema: schemaOf(answer, 'output') } } }
}

/** Refusals by status: each with the codes that it may carry. */
function refusalsOf({ refusals, idempotent, body }: Operation): Json {
  const codes = [
    ...COMMON_REFUSALS,
    ...refusals,
    ...(body ? (['PAYLOAD_TOO_LARGE', 'FOREIGN_ORIGIN'] as const) : []),
    ...(idempotent === 'required' ? (['IDEMPOTENCY_KEY_REQUIRED'] as const) : []),
    ...(idempotent ? (['IDEMPOTENCY_MISMATCH'] as const) : []),
  ]
  const statuses = [...new Set(codes.map((code) => STATUS[code]))]
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: [...new Set(codes)].filter((code) => STATUS[code] === status).join(', '),
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Failure' } } },
      },
    ]),
  )
}

/** `/api/v1/admin/webhooks/:id` belongs to `admin: webhooks`, `/api/v1/reports` to `reports`. */
function tagOf(path: string): string {
  const [, admin = '', resource] = /^\/api\/v1\/(admin\/)?([\w-]+)/.exec(path) ?? []
  if (resource === undefined) return path.startsWith('/api/') ? 'description' : 'open data'
  return admin ? `admin: ${resource}` : resource
}

function operationOf(operation: Operation): Json {
  const { id, summary, permission, answers } = operation
  const isOpen = 'anonymous' in permission
  const shown = bodyOf(operation)
  return {
    operationId: id,
    summary,
    tags: [tagOf(operation.path)],
    description: `For: ${Object.entries(permission)
      .map(([caller, grants]) => `${caller} (${grants.join(', ')})`)
      .join('; ')}`,
    security: [...(isOpen ? [{}] : []), { bearer: [] }, { cookie: [] }],
    parameters: parametersOf(operation),
    ...(shown && { requestBody: shown }),
    responses: {
      // An answer and a refusal may share a status: a body of one of two shapes.
      ...refusalsOf(operation),
      ...Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, answerOf(answer)])),
    },
  }
}

/** Every tag that an operation has, in their order. */
function tagsOf(paths: Record<string, Json>): Json[] {
  const operations = Object.values(paths).flatMap((path) => Object.values(path) as { tags: string[] }[])
  return [...new Set(operations.flatMap(({ tags }) => tags))].map((name) => ({ name }))
}

function documentOf(version: string): Json {
  const paths: Record<string, Json> = {}
  for (const operation of OPERATIONS) {
    const path = pathOf(operation.path)
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: operationOf(operation) }
  }
  for (const operation of OF_OPEN311) {
    const path = open311Path(operation.path)
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: open311Operation(operation, schemaOf) }
  }
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: '码上 Mashang',
      version,
      description:
        'A city hears what its people say, and proves that every word was answered. Times are ISO 8601, positions ' +
        'WGS84 degrees. Messages are in the language of `Accept-Language`: zh-Hans, zh-Hant, en.',
    },
    servers: [{ url: '/' }],
    tags: tagsOf(paths),
    paths,
    components: {
      schemas: { Failure: schemaOf(failure, 'output'), Open311Errors: schemaOf(geoErrors, 'output') },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'The token of a session.' },
        cookie: { type: 'apiKey', in: 'cookie', name: '__Host-mashang' },
        queryCode: { type: 'apiKey', in: 'header', name: 'X-Query-Code' },
      },
    },
  }
}

let made: { version: string; document: Json } | null = null

/** The API as an OpenAPI 3.1 document, made once an isolate from the schemas that check every request. */
export function describeApi(version: string): Json {
  if (made?.version !== version) made = { version, document: documentOf(version) }
  return made.document
}
