import type { Operation } from '../../../shared/contract/operation.ts'
import type { Json, SchemaOf } from './json-schema.ts'

const FORMAT = {
  name: 'format',
  in: 'path',
  required: true,
  description: 'The answer’s format.',
  schema: { type: 'string', enum: ['xml', 'json'] },
}

/** `/requests/:service_request_id.:format` as OpenAPI writes it. */
export function open311Path(path: string): string {
  return path.replace(/:(\w+)/g, '{$1}')
}

function named(path: string): Json[] {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name).filter((name) => name !== 'format')
  return names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }))
}

function queryOf({ query }: Operation, schemaOf: SchemaOf): Json[] {
  const { properties = {} } = query ? schemaOf(query, 'input') : {}
  return Object.entries(properties as Json).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema,
  }))
}

/** The same content in both formats: its schema stands with JSON, and XML has an element for each field. */
function inBoth(schema: Json, description: string): Json {
  return {
    description,
    content: { 'application/json': { schema }, 'text/xml': { schema: { type: 'string' } } },
  }
}

const STATUSES: Readonly<Record<number, string>> = {
  400: 'What was sent cannot be taken; one entry for each thing that is wrong',
  403: 'The API key is missing, wrong or revoked',
  404: 'There is no such thing, or it is not public',
  429: 'The key’s reports of today are used up',
  500: 'Our fault',
}

/** One operation of GeoReport, whose refusals are arrays of its own. */
export function open311Operation(operation: Operation, schemaOf: SchemaOf): Json {
  const { id, summary, form, answers, path } = operation
  const errors = { $ref: '#/components/schemas/Open311Errors' }
  const refusals = Object.entries(STATUSES).map(([status, words]) => [status, inBoth(errors, words)])
  const done = Object.entries(answers).map(([status, answer]) => [
    status,
    typeof answer === 'string' ? { description: 'Done' } : inBoth(schemaOf(answer, 'output'), 'Done'),
  ])
  const schema = form && schemaOf(form, 'input')
  return {
    operationId: id,
    summary,
    tags: ['Open311'],
    description: form
      ? 'For: holders of an API key, sent as the field `api_key`. Answers to a service’s questions are fields named ' +
        '`attribute[code]`. An `Idempotency-Key` header is heeded, where there is one.'
      : 'For: anybody; with the parameter `api_key` the key’s own reports are shown before they are published.',
    security: [{}],
    parameters: [...named(path), FORMAT, ...queryOf(operation, schemaOf)],
    ...(schema && {
      requestBody: {
        required: true,
        content: {
          'application/x-www-form-urlencoded': { schema },
          'multipart/form-data': { schema },
        },
      },
    }),
    responses: Object.fromEntries([...refusals, ...done]),
  }
}
