import { Hono } from 'hono'
import { auditExportQuery, auditListQuery } from '../../../shared/contract/audit.ts'
import type { AppEnv } from '../../middleware/context.ts'
import { answerCsv } from '../../middleware/csv-file.ts'
import { parseQuery } from '../../middleware/parse.ts'
import { exportAudit } from '../../use-cases/audit/export.ts'
import { listAuditHeads } from '../../use-cases/audit/keep-head.ts'
import { listAudit } from '../../use-cases/audit/list.ts'

/** `/api/v1/admin/audit-log`: who did what, for administrators. */
export const auditLog = new Hono<AppEnv>()

auditLog.use(async (c, next) => {
  await next()
  c.header('Cache-Control', 'no-store')
})

auditLog.get('/', async (c) => c.json(await listAudit(c.get('ctx'), parseQuery(c, auditListQuery))))

auditLog.get('/heads', async (c) => c.json(await listAuditHeads(c.get('ctx'))))

auditLog.get('/export', async (c) =>
  answerCsv(c, await exportAudit(c.get('ctx'), parseQuery(c, auditExportQuery)), 'audit-log'),
)
