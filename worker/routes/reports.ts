import { Hono, type Context as HonoContext } from 'hono'
import { contactReveal, contactSearch } from '../../shared/contract/contact.ts'
import { erasureRequest } from '../../shared/contract/personal-data.ts'
import { actionBegun, actionRequest, type ActionRequest } from '../../shared/contract/report-action.ts'
import { countsRequest, exportPieceQuery, exportRequest } from '../../shared/contract/report-lists.ts'
import { similarQuery } from '../../shared/contract/report-join.ts'
import { reportListQuery, submitRequest } from '../../shared/contract/report.ts'
import { idempotencyKey } from '../../shared/contract/primitives.ts'
import { AppError } from '../../shared/domain/errors.ts'
import type { Command } from '../../shared/domain/report-command.ts'
import type { AppEnv } from '../middleware/context.ts'
import { parseJson, parseJsonOrFault, parseJsonWithText, parseQuery } from '../middleware/parse.ts'
import { askErasure } from '../use-cases/personal-data/ask-erasure.ts'
import { readReportPersonalData } from '../use-cases/personal-data/read-report.ts'
import { actOnReport, type Step } from '../use-cases/report/act.ts'
import { readContact, revealContact } from '../use-cases/report/contact.ts'
import { countLists } from '../use-cases/report/count-lists.ts'
import { beginExport } from '../use-cases/report/begin-export.ts'
import { readExportPiece } from '../use-cases/report/read-export-piece.ts'
import { findByContact } from '../use-cases/report/find-by-contact.ts'
import { getReport } from '../use-cases/report/get.ts'
import { findSimilar } from '../use-cases/report/find-similar.ts'
import { joinReport, leaveReport } from '../use-cases/report/join.ts'
import { listReports } from '../use-cases/report/list.ts'
import { submitReport } from '../use-cases/report/submit.ts'

function keyOf(c: HonoContext<AppEnv>): string {
  const key = idempotencyKey.safeParse(c.req.header('idempotency-key'))
  if (!key.success) throw new AppError('IDEMPOTENCY_KEY_REQUIRED')
  return key.data
}

/** The wire's moments become milliseconds; everything else of a command is on the wire as the table wants it. */
function commandOf(input: ActionRequest): Command {
  const { version: _seen, ...rest } = input
  return (rest.action === 'order' ? { ...rest, dueAt: Date.parse(rest.dueAt) } : rest) as Command
}

/** Of an incomplete form at least the action has to be known; without it nothing can be said but what it lacks. */
function stepOf(asked: { input: unknown } & ({ value: ActionRequest } | { fault: AppError })): Step {
  if ('value' in asked) return { version: asked.value.version, command: commandOf(asked.value) }
  const begun = actionBegun.safeParse(asked.input)
  if (!begun.success) throw asked.fault
  return { ...begun.data, fault: asked.fault }
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
  .post('/by-contact', async (c) => {
    const found = await findByContact(c.get('ctx'), await parseJson(c, contactSearch))
    return c.json(found, 200, { 'Cache-Control': 'no-store' })
  })
  .post('/counts', async (c) => {
    const counts = await countLists(c.get('ctx'), await parseJson(c, countsRequest))
    return c.json(counts, 200, { 'Cache-Control': 'no-store' })
  })
  .post('/exports', async (c) => {
    const begun = await beginExport(c.get('ctx'), await parseJson(c, exportRequest))
    return c.json(begun, 201, { 'Cache-Control': 'no-store' })
  })
  .get('/exports/:export', async (c) => {
    const { after } = parseQuery(c, exportPieceQuery)
    const piece = await readExportPiece(c.get('ctx'), c.req.param('export'), after)
    return c.json(piece, 200, { 'Cache-Control': 'no-store' })
  })
  .get('/similar', async (c) => {
    const found = await findSimilar(c.get('ctx'), parseQuery(c, similarQuery))
    return c.json(found, 200, { 'Cache-Control': 'no-store' })
  })
  .get('/:number', async (c) => {
    return c.json(await getReport(c.get('ctx'), c.req.param('number')), 200, { 'Cache-Control': 'no-store' })
  })
  .get('/:number/contact', async (c) => {
    const answer = await readContact(c.get('ctx'), c.req.param('number'))
    return c.json(answer, 200, { 'Cache-Control': 'no-store' })
  })
  .post('/:number/contact', async (c) => {
    const reveal = await parseJson(c, contactReveal)
    const answer = await revealContact(c.get('ctx'), c.req.param('number'), reveal)
    return c.json(answer, 200, { 'Cache-Control': 'no-store' })
  })
  .get('/:number/personal-data', async (c) => {
    const data = await readReportPersonalData(c.get('ctx'), c.req.param('number'))
    return c.json(data, 200, { 'Cache-Control': 'no-store' })
  })
  .post('/:number/erasure', async (c) => {
    const wish = await parseJson(c, erasureRequest)
    return c.json(await askErasure(c.get('ctx'), c.req.param('number'), wish))
  })
  .post('/:number/join', async (c) => c.json(await joinReport(c.get('ctx'), c.req.param('number'))))
  .delete('/:number/join', async (c) => c.json(await leaveReport(c.get('ctx'), c.req.param('number'))))
  .post('/:number/actions', async (c) => {
    const key = keyOf(c)
    const asked = await parseJsonOrFault(c, actionRequest)
    const answer = await actOnReport(c.get('ctx'), c.req.param('number'), stepOf(asked), {
      key,
      body: asked.text,
    })
    return c.body(answer, 200, json)
  })
