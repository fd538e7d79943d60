/**
 * Opens the account of an administrator and prints the link by which they choose their password: how a real city gets
 * its first. Whoever has the link has the account, so hand it over as you would hand over a key.
 *
 *   npm run admin:invite -- --username guan --name 关锦添 [--origin http://localhost:8787] [--persist-to .wrangler/state]
 *   npm run admin:invite -- --username guan --name 关锦添 --origin https://city.example --remote
 *
 * With --remote nothing is written: it prints the command that does it, for a machine where wrangler is signed in.
 */
import { webcrypto } from 'node:crypto'
import { parseArgs } from 'node:util'
import { encodeQR } from 'qr'
import { accountRequest } from '../shared/contract/account.ts'
import { sha256 } from '../worker/adapters/secrets.ts'
import { breaksUnique, runBatch, type Database } from '../worker/repository/query.ts'
import { insertStaff } from '../worker/repository/staff-accounts.ts'
import { toBase64Url } from '../worker/use-cases/base64url.ts'
import { newInvitation } from '../worker/use-cases/invitation/issue-invitation.ts'
import { recorder, sqlText } from './admin/sql-text.ts'
import { Failure, runMain } from './toolchain/failure.mjs'
import { withLocalDatabase } from './toolchain/local-database.ts'

const { values } = parseArgs({
  options: {
    username: { type: 'string' },
    name: { type: 'string' },
    origin: { type: 'string' },
    remote: { type: 'boolean' },
    'persist-to': { type: 'string' },
  },
})

function random(bytes: number): Uint8Array {
  return webcrypto.getRandomValues(new Uint8Array(bytes))
}

/** The account and its invitation, ready to be written to that database. */
async function prepare(db: Database, origin: string) {
  const { username, name = username } = values
  const request = accountRequest.safeParse({ role: 'admin', username, name })
  if (!request.success) {
    throw new Failure('--username takes 3 to 40 small letters and digits, with . _ - between them.')
  }
  // The command of --remote stands in double quotes, where a shell reads these.
  if (/["$`\\%!]/.test(name ?? '')) throw new Failure('--name must not have any of " $ ` \\ % !')
  const id = toBase64Url(random(16))
  const now = Date.now()
  const nowhere = { stationNumber: null, bodyCode: null, districtCode: null, deputyId: null }
  const account = insertStaff(db, { ...request.data, ...nowhere, id, createdAt: now })
  const ctx = { db, secrets: { sha256 }, now: () => now, random }
  const invitation = await newInvitation(ctx, id, origin)
  return { queries: [account, invitation.query], ...invitation.shown }
}

function printLink({ link, expiresAt }: { link: string; expiresAt: string }): void {
  console.log(`\n${link}\n\n${encodeQR(link, 'ascii')}\nIt works once, until ${expiresAt}.`)
}

async function inviteRemote(): Promise<void> {
  if (!values.origin?.startsWith('https://')) throw new Failure('--remote needs --origin https://…')
  const { queries, ...shown } = await prepare(recorder, values.origin)
  const sql = queries.map(sqlText).join(' ')
  console.log(
    `Run this where wrangler is signed in:\n\nnpx wrangler d1 execute DB --remote --command "${sql}"`,
  )
  console.log('\nThen hand over this link:')
  printLink(shown)
}

async function inviteLocal(): Promise<void> {
  await withLocalDatabase(values['persist-to'], async ({ DB }) => {
    const { queries, ...shown } = await prepare(DB, values.origin ?? 'http://localhost:8787')
    try {
      await runBatch(DB, queries)
    } catch (error) {
      if (breaksUnique(error, 'account.username')) throw new Failure(`${values.username} is taken.`)
      throw error
    }
    printLink(shown)
  })
}

await runMain(() => (values.remote ? inviteRemote() : inviteLocal()))
