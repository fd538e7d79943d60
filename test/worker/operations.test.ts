import { SELF } from 'cloudflare:test'
import { expect, it } from 'vitest'
import { OPERATIONS } from '../../shared/contract/operations/all.ts'
import { OF_OPEN311 } from '../../shared/contract/operations/of-open311.ts'
import { CALLERS, GRANTS } from '../../shared/domain/permissions.ts'
import { app } from '../../worker/app.ts'
import { OPERATION_PATHS } from '../../worker/middleware/permission.ts'
import { api } from '../support/api.ts'

type Json = Record<string, unknown>

const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`
const ROUTES = [
  ...new Set(
    app.routes
      .filter(
        ({ method, path }) =>
          method !== 'ALL' && OPERATION_PATHS.some((beginning) => path.startsWith(beginning)),
      )
      .map((route) => nameOf(route)),
  ),
]

interface Description extends Json {
  paths: Record<string, Record<string, Json>>
}

it('every route has one row in the list of operations, and every row a route', () => {
  expect(ROUTES.length).toBeGreaterThan(50)
  expect(OPERATIONS.map(nameOf).toSorted()).toEqual(ROUTES.toSorted())
  expect(new Set(OPERATIONS.map(({ id }) => id)).size).toBe(OPERATIONS.length)
})

it('a route without a row is closed to everybody', async () => {
  app.get('/api/v1/forgotten', (c) => c.text('open'))
  expect((await api('/forgotten')).status).toBe(403)
})

it('permissions name only callers and grants that there are', () => {
  for (const { id, permission } of OPERATIONS) {
    expect(Object.keys(permission).length, id).toBeGreaterThan(0)
    expect(CALLERS, id).toEqual(expect.arrayContaining(Object.keys(permission)))
    for (const grants of Object.values(permission))
      expect(GRANTS, id).toEqual(expect.arrayContaining([...grants]))
  }
})

it('the description tells of every operation, and every reference leads somewhere', async () => {
  const answer = await SELF.fetch('http://mashang.test/api/openapi.json')
  expect(answer.headers.get('content-type')).toContain('application/json')
  const document = (await answer.json()) as Description
  expect(document.openapi).toBe('3.1.0')
  const told = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => `${operationId as string} ${method} ${path}`),
  )
  const expected = [...OPERATIONS, ...OF_OPEN311].map(
    ({ id, method, path }) => `${id} ${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`,
  )
  expect(told.toSorted()).toEqual(expected.toSorted())
  const text = JSON.stringify(document)
  const references = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path ?? '')
  expect(references.length).toBeGreaterThan(50)
  for (const reference of new Set(references)) {
    const found = reference
      .split('/')
      .reduce<unknown>((at, part) => (at as Json | undefined)?.[part], document)
    expect(found, reference).toBeDefined()
  }
  // What a schema cannot say is left out, never written down as something it is not.
  expect(text).not.toContain('undefined')
})
