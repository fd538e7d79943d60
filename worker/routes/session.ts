import { Hono } from 'hono'
import {
  endSessionsQuery,
  passwordChange,
  signInRequest,
  totpChange,
  totpProof,
  wechatSignIn,
} from '../../shared/contract/session.ts'
import type { AppEnv } from '../middleware/context.ts'
import { parseJson, parseQuery } from '../middleware/parse.ts'
import { answerEntered, clearSessionCookie, setSessionCookie } from '../middleware/session-cookie.ts'
import { changePassword } from '../use-cases/session/change-password.ts'
import { currentAccount } from '../use-cases/session/current-account.ts'
import { endOtherSessions, endSession } from '../use-cases/session/end-sessions.ts'
import { listSessions } from '../use-cases/session/list-sessions.ts'
import { openDeviceSession } from '../use-cases/session/open-device-session.ts'
import { signIn } from '../use-cases/session/sign-in.ts'
import { signInWechat } from '../use-cases/session/sign-in-wechat.ts'
import { signOut } from '../use-cases/session/sign-out.ts'
import { beginTotp, confirmTotp, endTotp, totpStatusOf } from '../use-cases/totp/change-totp.ts'

/** `/api/v1/session`: who the caller is. */
export const session = new Hono<AppEnv>()

session.use(async (c, next) => {
  await next()
  c.header('Cache-Control', 'no-store')
})

session.post('/', async (c) =>
  answerEntered(c, await signIn(c.get('ctx'), await parseJson(c, signInRequest))),
)

session.post('/anonymous', async (c) => {
  const opened = await openDeviceSession(c.get('ctx'))
  setSessionCookie(c, opened)
  return c.json({ token: opened.token }, 201)
})

session.post('/wechat', async (c) => {
  const opened = await signInWechat(c.get('ctx'), await parseJson(c, wechatSignIn))
  setSessionCookie(c, opened)
  return c.json({ token: opened.token }, 201)
})

session.get('/', async (c) => c.json({ account: await currentAccount(c.get('ctx')) }))

session.get('/list', async (c) => c.json(await listSessions(c.get('ctx'))))

session.post('/password', async (c) => {
  await changePassword(c.get('ctx'), await parseJson(c, passwordChange))
  return c.body(null, 204)
})

session
  .get('/totp', async (c) => c.json(await totpStatusOf(c.get('ctx'))))
  .post('/totp', async (c) => c.json(await beginTotp(c.get('ctx'), await parseJson(c, totpChange))))
  .put('/totp', async (c) => c.json(await confirmTotp(c.get('ctx'), await parseJson(c, totpProof))))
  .delete('/totp', async (c) => {
    await endTotp(c.get('ctx'), await parseJson(c, totpChange))
    return c.body(null, 204)
  })

session.delete('/:id', async (c) => {
  await endSession(c.get('ctx'), c.req.param('id'))
  return c.body(null, 204)
})

session.delete('/', async (c) => {
  if (parseQuery(c, endSessionsQuery).all === 'others') {
    await endOtherSessions(c.get('ctx'))
    return c.body(null, 204)
  }
  await signOut(c.get('ctx'))
  clearSessionCookie(c)
  return c.body(null, 204)
})
