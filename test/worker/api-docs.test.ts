import { SELF } from 'cloudflare:test'
import { expect, it } from 'vitest'
import { OPERATIONS } from '../../shared/contract/operations/all.ts'
import { OF_OPEN311 } from '../../shared/contract/operations/of-open311.ts'
import { schemaWords } from '../../worker/use-cases/api/schema-words.ts'

const read = (path: string) => SELF.fetch(`http://mashang.test${path}`)

it('the page tells of every call and needs nothing from anywhere else', async () => {
  const answer = await read('/api/docs')
  expect(answer.headers.get('content-type')?.toLowerCase()).toBe('text/html; charset=utf-8')
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe')
  const page = await answer.text()
  for (const { id } of [...OPERATIONS, ...OF_OPEN311]) expect(page).toContain(`id="${id}"`)
  // Whatever it loads is its own; nothing is written into it that its policy would refuse.
  const loaded = [...page.matchAll(/(?:src|href)="([^"#][^"]*)"/g)].map(([, address]) => address ?? '')
  expect(loaded.every((address) => address.startsWith('/'))).toBe(true)
  expect(page).not.toMatch(/<style|style="|<script>|\son\w+="/)
  for (const address of new Set(loaded.filter((one) => one.startsWith('/api/docs/')))) {
    const file = await read(address)
    expect(file.status, address).toBe(200)
    expect(await file.text()).not.toMatch(/https?:\/\//)
  }
  // Every place it leads to within itself is there.
  const places = [...page.matchAll(/href="#([^"]+)"/g)].map(([, place]) => place)
  expect(places.length).toBeGreaterThan(OPERATIONS.length)
  for (const place of new Set(places)) expect(page).toContain(`id="${place}"`)
})

it('is kept by browsers and asked for by its ETag', async () => {
  const etag = (await read('/api/docs')).headers.get('etag') ?? ''
  const again = await SELF.fetch('http://mashang.test/api/docs', { headers: { 'If-None-Match': etag } })
  expect(again.status).toBe(304)
})

it('writes a schema as a programmer writes a type', () => {
  const schema = {
    type: 'object',
    properties: {
      number: { type: 'string', minLength: 5, maxLength: 2000 },
      state: { enum: ['open', 'closed'] },
      place: {
        anyOf: [
          { type: 'object', properties: { lat: { type: 'number', maximum: 90 } }, required: ['lat'] },
          { type: 'null' },
        ],
      },
      note: { type: ['string', 'null'] },
      tags: { type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'integer' }] } },
      answers: { type: 'object', additionalProperties: { type: 'boolean' } },
      failure: { $ref: '#/components/schemas/Failure' },
    },
    required: ['number', 'place'],
  }
  expect(schemaWords(schema)).toBe(`{
  number: string  // 5 to 2000 characters
  state?: "open" | "closed"
  place: {
    lat: number  // up to 90
  } | null
  note?: string | null
  tags?: (string | integer)[]
  answers?: {
    [name: string]: boolean
  }
  failure?: Failure
}`)
})
