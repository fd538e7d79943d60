import { Hono, type Context as HonoContext } from 'hono'
import { actionRequest, reportListQuery, submitRequest } from '../../shared/contract/report.ts'
import { idempotencyKey } from '../../shared/contract/primitives.ts'
import { AppError } from '../../shared/domain/errors.ts'
import type { Command } from '../../shared/domain/report-command.ts'
import type { AppEnv } from '../middleware/context.ts'
import { parseJsonWithText, parseQuery } from '../middleware/parse.ts'
import { actOnReport } from '../use-cases/report/act.ts'
import { getContact, getReport } from '../use-cases/report/get.ts'
import { listReports } from '../use-cases/report/list.ts'
import { submitReport } from '../use-cases/report/submit.ts'

function keyOf(c: HonoContext<AppEnv>): string {
  const key = idempotencyKey.safeParse(c.req.header('idempotency-key'))
  if (!key.success) throw new AppError('IDEMPOTENCY_KEY_REQUIRED')
  return key.data
}

/** The wire's moments become milliseconds; everything else of a command is on the wire as the table wants it. */
function commandOf(input: ReturnType<typeof actionRequest.parse>): Command {
  const { version: _seen, ...rest } = input
  return (rest.action === 'order' ? { ...rest, dueAt: Date.parse(rest.dueAt) } : rest) as Command
}

const json = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' }

export const reports = new Hono<AppEnv>()
  .get('/', async (c) => {
    const list = await listReports(c.get('ctx'), parseQuery(c, reportListQuery))
    return c.json(list, 200, { 'Cache-Control': 'no-store' })
  })
  .post('/', async (c) => {
    const key = keyOf(c)
    const { value, text } = await parseJsonWithText(c, submitRequest)
    const { answer, isNew } = await submitReport(c.get('ctx'), value, { key, body: text })
    return c.body(answer, isNew ? 201 : 200, json)
  })
  .get('/:number', async (c) => {
    return c.json(await getReport(c.get('ctx'), c.req.param('number')), 200, { 'Cache-Control': 'no-store' })
  })
  .get('/:number/contact', async (c) => {
    const contact = await getContact(c.get('ctx'), c.req.param('number'))
    return c.json({ contact }, 200, { 'Cache-Control': 'no-store' })
  })
  .post('/:number/actions', async (c) => {
    const key = keyOf(c)
    const { value, text } = await parseJsonWithText(c, actionRequest)
    const step = { version: value.version, command: commandOf(value) }
    return c.body(
      await actOnReport(c.get('ctx'), c.req.param('number'), step, { key, body: text }),
      200,
      json,
    )
  })
