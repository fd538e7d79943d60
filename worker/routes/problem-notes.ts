import { Hono } from 'hono'
import { idempotencyKey } from '../../shared/contract/primitives.ts'
import { problemNoteListQuery, problemNoteRequest } from '../../shared/contract/problem-note.ts'
import { AppError } from '../../shared/domain/errors.ts'
import type { AppEnv } from '../middleware/context.ts'
import { parseJsonWithText, parseQuery } from '../middleware/parse.ts'
import { listProblemNotes } from '../use-cases/problem-note/list.ts'
import { noteProblem } from '../use-cases/problem-note/note.ts'

/** `/api/v1/problem-notes`: common problems that deputies note to their supervisor. */
export const problemNotes = new Hono<AppEnv>()

problemNotes.use(async (c, next) => {
  await next()
  c.header('Cache-Control', 'no-store')
})

problemNotes.get('/', async (c) =>
  c.json(await listProblemNotes(c.get('ctx'), parseQuery(c, problemNoteListQuery))),
)

problemNotes.post('/', async (c) => {
  const key = idempotencyKey.safeParse(c.req.header('idempotency-key'))
  if (!key.success) throw new AppError('IDEMPOTENCY_KEY_REQUIRED')
  const { value, text } = await parseJsonWithText(c, problemNoteRequest)
  const { answer, isNew } = await noteProblem(c.get('ctx'), value, { key: key.data, body: text })
  return c.body(answer, isNew ? 201 : 200, { 'Content-Type': 'application/json; charset=utf-8' })
})
