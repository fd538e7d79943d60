import { Hono } from 'hono'
import { invitationAccepted } from '../../shared/contract/invitation.ts'
import type { AppEnv } from '../middleware/context.ts'
import { parseJson } from '../middleware/parse.ts'
import { answerEntered } from '../middleware/session-cookie.ts'
import { acceptInvitation } from '../use-cases/invitation/accept-invitation.ts'
import { readInvitation } from '../use-cases/invitation/read-invitation.ts'

/** `/api/v1/invitations`: the link by which a new member of staff comes in. */
export const invitations = new Hono<AppEnv>()

invitations.use(async (c, next) => {
  await next()
  c.header('Cache-Control', 'no-store')
})

invitations.get('/:token', async (c) => c.json(await readInvitation(c.get('ctx'), c.req.param('token'))))

invitations.post('/:token', async (c) => {
  const input = await parseJson(c, invitationAccepted)
  return answerEntered(c, await acceptInvitation(c.get('ctx'), c.req.param('token'), input))
})
