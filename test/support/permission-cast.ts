import type { AccountAnswer } from '../../shared/contract/account.ts'
import type { Caller as Who, Grant } from '../../shared/domain/permissions.ts'
import { invitationToken } from './invitation-token.ts'
import { api, signIn, type Caller } from './api.ts'

/** Somebody who calls, and what they are to the report of the matrix. */
export interface Part {
  role: Who
  caller: Caller
  /** What the report is to them, whether it is published or not. */
  grants: readonly Grant[]
}

const PASSWORD = 'three kapok trees by the ferry'

/** An account of an office that the demonstration city has nobody in. */
async function newStaff(admin: Caller, body: Record<string, string>): Promise<Caller> {
  const created = await api('/admin/accounts', { ...admin, method: 'POST', body: { name: '生人', ...body } })
  const { invitation } = (await created.json()) as AccountAnswer
  const token = invitationToken(invitation)
  const entered = await api('/invitations', { method: 'POST', body: { token, password: PASSWORD } })
  return (await entered.json()) as Caller
}

async function device(): Promise<Caller> {
  return (await (await api('/session/anonymous', { method: 'POST' })).json()) as Caller
}

const OFFICE = ['office'] as const
const CHARGE = ['office', 'charge'] as const

/**
 * Everybody who can stand before a report of station 0001 in Yuexiu that its body works on with another body's help:
 * each role in its own office and in another.
 */
export async function openCast() {
  const admin = await signIn('admin.demo')
  const staff = (role: Who, caller: Caller, grants: readonly Grant[]): Part => ({ role, caller, grants })
  return {
    anonymous: { role: 'anonymous', caller: {}, grants: [] } as Part,
    owner: staff('resident', await device(), ['reporter']),
    'another resident': staff('resident', await device(), []),
    station: staff('station', await signIn('station.demo'), CHARGE),
    'another station': staff('station', await signIn('station2.demo'), []),
    body: staff('body', await signIn('body.demo'), CHARGE),
    'helping body': staff('body', await signIn('body2.demo'), OFFICE),
    'another body': staff(
      'body',
      await newStaff(admin, {
        role: 'body',
        username: 'other.body',
        bodyCode: 'tianhe-housing-construction',
      }),
      [],
    ),
    deputy: staff('deputy', await signIn('deputy.demo'), OFFICE),
    'another deputy': staff('deputy', await signIn('deputy2.demo'), []),
    supervisor: staff('supervisor', await signIn('supervisor.demo'), CHARGE),
    desk: staff('supervisor', await signIn('desk.demo'), CHARGE),
    'another desk': staff(
      'supervisor',
      await newStaff(admin, { role: 'supervisor', username: 'other.desk', districtCode: '440106' }),
      [],
    ),
    administrator: staff('admin', admin, []),
  }
}

export type Cast = Awaited<ReturnType<typeof openCast>>
