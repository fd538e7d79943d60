import { Hono, type Context as HonoContext } from 'hono'
import { idempotencyKey } from '../../shared/contract/primitives.ts'
import {
  topicActionRequest,
  topicListQuery,
  topicRequest,
  topicSuggestionQuery,
  type TopicActionRequest,
} from '../../shared/contract/topic.ts'
import { AppError } from '../../shared/domain/errors.ts'
import type { TopicCommand } from '../../shared/domain/topic-command.ts'
import type { AppEnv } from '../middleware/context.ts'
import { parseJsonWithText, parseQuery } from '../middleware/parse.ts'
import { actOnTopic } from '../use-cases/topic/act.ts'
import { dismissSuggestion } from '../use-cases/topic/dismiss-suggestion.ts'
import { getTopic } from '../use-cases/topic/get.ts'
import { listSuggestions } from '../use-cases/topic/list-suggestions.ts'
import { listTopics } from '../use-cases/topic/list.ts'
import { openTopic } from '../use-cases/topic/open.ts'

/** With a key a repeat gives the first answer; without one each request stands for itself. */
function keyOf(c: HonoContext<AppEnv>): string {
  const given = c.req.header('idempotency-key')
  if (given === undefined) return crypto.randomUUID()
  const key = idempotencyKey.safeParse(given)
  if (!key.success) throw new AppError('IDEMPOTENCY_KEY_REQUIRED')
  return key.data
}

/** The wire's moments become milliseconds; everything else of a command is on the wire as the table wants it. */
function commandOf(input: TopicActionRequest): TopicCommand {
  const { version: _seen, ...rest } = input
  return (rest.action === 'order' ? { ...rest, dueAt: Date.parse(rest.dueAt) } : rest) as TopicCommand
}

const json = { 'Content-Type': 'application/json; charset=utf-8' }

/** `/api/v1/topics`: common problems, for supervisors and the bodies that answer for them. */
export const topics = new Hono<AppEnv>()

topics.use(async (c, next) => {
  await next()
  c.header('Cache-Control', 'no-store')
})

topics.get('/', async (c) => c.json(await listTopics(c.get('ctx'), parseQuery(c, topicListQuery))))

topics.post('/', async (c) => {
  const key = keyOf(c)
  const { value, text } = await parseJsonWithText(c, topicRequest)
  const { suggestionId = null, caseSlug = null, bodyCode = null, orderText = null, dueAt, ...rest } = value
  const opening = { ...rest, caseSlug, bodyCode, orderText, dueAt: dueAt ? Date.parse(dueAt) : null }
  const { answer, isNew } = await openTopic(c.get('ctx'), opening, suggestionId, { key, body: text })
  return c.body(answer, isNew ? 201 : 200, json)
})

topics.get('/suggestions', async (c) =>
  c.json(await listSuggestions(c.get('ctx'), parseQuery(c, topicSuggestionQuery))),
)

topics.post('/suggestions/:id/dismiss', async (c) =>
  c.json(await dismissSuggestion(c.get('ctx'), c.req.param('id'))),
)

topics.get('/:id', async (c) => c.json(await getTopic(c.get('ctx'), c.req.param('id'))))

topics.post('/:id/actions', async (c) => {
  const key = keyOf(c)
  const { value, text } = await parseJsonWithText(c, topicActionRequest)
  const step = { version: value.version, command: commandOf(value) }
  return c.body(await actOnTopic(c.get('ctx'), c.req.param('id'), step, { key, body: text }), 200, json)
})
