import { env } from 'cloudflare:test'
import type { Role } from '../../../shared/domain/actor.ts'
import { runBatch, write } from '../../../worker/repository/query.ts'

/** Somebody who plays along. What they are changes only when they are given another office. */
export interface Player {
  name: string
  role: Role | 'anonymous'
  /** Account, and the hash its session is known by; null for whoever has none. */
  id: string | null
  tokenHash: string | null
  station: string | null
  body: string | null
  /** A supervisor's district; null for the whole city. */
  district: string | null
  deputy: string | null
}

type Office = Partial<Pick<Player, 'station' | 'body' | 'district' | 'deputy'>>

function player(name: string, role: Player['role'], office: Office = {}): Player {
  const id = role === 'anonymous' ? null : `model-${name}`
  const tokenHash = id && `session of ${id}`
  return { name, role, id, tokenHash, station: null, body: null, district: null, deputy: null, ...office }
}

export const BODIES = ['yuexiu-housing-construction', 'yuexiu-urban-management'] as const
export const DISTRICT = '440104'

/** Residents with and without a session, and every office more than once, so that colleagues meet each other too. */
export const CAST: readonly Player[] = [
  player('nobody', 'anonymous'),
  player('resident-1', 'resident'),
  player('resident-2', 'resident'),
  player('station-1', 'station', { station: '0001' }),
  player('colleague-1', 'station', { station: '0001' }),
  player('station-2', 'station', { station: '0002' }),
  player('body-1', 'body', { body: BODIES[0] }),
  player('colleague-of-body-1', 'body', { body: BODIES[0] }),
  player('body-2', 'body', { body: BODIES[1] }),
  player('deputy-1', 'deputy', { station: '0001', deputy: 'd-0001-01' }),
  player('deputy-1-2', 'deputy', { station: '0001', deputy: 'd-0001-02' }),
  player('deputy-2', 'deputy', { station: '0002', deputy: 'd-0002-01' }),
  player('deputy-2-2', 'deputy', { station: '0002', deputy: 'd-0002-02' }),
  player('supervisor-1', 'supervisor'),
  player('supervisor-2', 'supervisor'),
  player('desk', 'supervisor', { district: DISTRICT }),
  player('other-desk', 'supervisor', { district: '440106' }),
  player('admin', 'admin'),
]

const FOREVER = 9e15

/** Writes an account for everybody who has one, with a session that outlasts every moment of the model. */
export async function openCast(): Promise<void> {
  const people = JSON.stringify(CAST.filter(({ id }) => id !== null))
  const accounts = env.DB.prepare(
    `INSERT INTO account (id, role, name, station_number, body_code, district_code, deputy_id, created_at)
     SELECT value ->> 'id', value ->> 'role', value ->> 'name', value ->> 'station', value ->> 'body',
       value ->> 'district', value ->> 'deputy', 0 FROM json_each(?1)`,
  ).bind(people)
  const sessions = env.DB.prepare(
    `INSERT INTO session (token_hash, account_id, created_at, last_seen_at, idle_ms, expires_at, ends_at)
     SELECT value ->> 'tokenHash', value ->> 'id', 0, 0, ?2, ?2, ?2 FROM json_each(?1)`,
  ).bind(people, FOREVER)
  await runBatch(env.DB, [write(accounts), write(sessions)])
}

/** Gives an account the office it has in `as` from now on. */
export async function moveOffice(who: Player, as: Player): Promise<void> {
  const office = env.DB.prepare(
    'UPDATE account SET role = ?2, station_number = ?3, body_code = ?4, district_code = ?5, deputy_id = ?6 WHERE id = ?1',
  ).bind(who.id, as.role, as.station, as.body, as.district, as.deputy)
  await runBatch(env.DB, [write(office)])
}

const PHOTOS_AT_ONCE = 40
const pool = new Map<string, string[]>()
let serial = 0

/** The id of a photo that the player uploaded and nothing uses yet. Its bytes are nobody's concern here. */
export async function freshPhoto({ id }: Player): Promise<string> {
  if (id === null) throw new Error('nobody uploads without a session')
  const left = pool.get(id) ?? []
  pool.set(id, left)
  if (left.length === 0) {
    for (let index = 0; index < PHOTOS_AT_ONCE; index += 1) left.push(`model-photo-${(serial += 1)}`)
    const rows = env.DB.prepare(
      `INSERT INTO photo (id, owner_id, type, width, height, bytes, has_thumb, created_at)
       SELECT value, ?2, 'image/jpeg', 4, 3, 1, 0, 0 FROM json_each(?1)`,
    ).bind(JSON.stringify(left), id)
    await runBatch(env.DB, [write(rows)])
  }
  return left.pop() ?? ''
}
