import { Hono } from 'hono'
import { invitationAccepted, invitationRequest } from '../../shared/contract/invitation.ts'
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

invitations.post('/read', async (c) => {
  const { token } = await parseJson(c, invitationRequest)
  return c.json(await readInvitation(c.get('ctx'), token))
})

invitations.post('/', async (c) => {
  const input = await parseJson(c, invitationAccepted)
  return answerEntered(c, await acceptInvitation(c.get('ctx'), input))
})
