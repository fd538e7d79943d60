import { vi } from 'vitest'
import { categories, station } from './staff-answers.ts'

export interface Asked {
  method: string
  path: string
  headers: Record<string, string>
  body: string | undefined
}

type Answer = { status?: number; body: unknown } | Error

/** A street light with questions of every kind, and something else. */
export const asksMore = {
  ...categories[0],
  code: 'lift-fault',
  name: '电梯故障',
  keywords: ['电梯坏', '困人'],
  sounds: ['dian ti gu zhang', 'dian ti huai', 'kun ren'],
  traditional: '電电壞坏',
  questions: [
    { code: 'trapped', label: '有人被困吗', type: 'yesno', required: true, options: [] },
    { code: 'floor', label: '几楼', type: 'text', required: false, options: [] },
    {
      code: 'kind',
      label: '哪种故障',
      type: 'choice',
      required: false,
      options: [
        { code: 'stop', name: '停运' },
        { code: 'noise', name: '异响' },
      ],
    },
  ],
}

/** Plays the server for a resident's screens; `respond` answers what a test is about, null leaves it to the city. */
export function playCity(respond: (asked: Asked) => Answer | null = () => null): Asked[] {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    const call = {
      method: init.method ?? 'GET',
      path,
      headers: init.headers as Record<string, string>,
      body: init.body as string | undefined,
    }
    asked.push(call)
    const answer = respond(call) ?? usual(call)
    if (answer instanceof Error) throw answer
    return new Response(JSON.stringify(answer.body), { status: answer.status ?? 200 })
  })
  return asked
}

function usual({ method, path }: Asked): { status?: number; body: unknown } {
  if (path.startsWith('/api/v1/categories')) return { body: { items: [...categories, asksMore] } }
  if (path.startsWith('/api/v1/stations/')) return { body: station }
  if (path.startsWith('/api/v1/stations')) return { body: { items: [station], nextCursor: null } }
  if (method === 'POST' && path.endsWith('/session/anonymous')) return { status: 201, body: { token: 't' } }
  return { status: 404, body: refusal('NOT_FOUND', '没有找到') }
}

export function refusal(code: string, message: string, fields?: Record<string, string>) {
  return { error: { code, message, fields, requestId: 'r' } }
}
