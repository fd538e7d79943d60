import { cityDate } from '../../../shared/domain/working-days.ts'
import type { Secrets } from '../../context.ts'

/** The groups of an IPv6 address that name a household; the rest its owner changes at will. */
const HOME_GROUPS = 4

function groupsOf(part: string): string[] {
  return part === '' ? [] : part.split(':').map((group) => group.replace(/^0+(?=.)/, ''))
}

/** What is one caller to us: a whole IPv4 address, the first 64 bits of an IPv6 one. */
function homeOf(address: string): string {
  const typed = address.trim().toLowerCase()
  const mapped = /^::ffff:(\d+(?:\.\d+){3})$/.exec(typed)?.[1]
  if (mapped || !typed.includes(':')) return mapped ?? typed
  const [before = '', after] = typed.split('::')
  const head = groupsOf(before)
  const tail = groupsOf(after ?? '')
  const gap = after === undefined ? 0 : Math.max(8 - head.length - tail.length, 0)
  return [...head, ...Array<string>(gap).fill('0'), ...tail].slice(0, HOME_GROUPS).join(':')
}

/**
 * What stands for an address wherever something is counted. The address itself goes no further than here, and what
 * stands for it today says nothing of yesterday.
 *
 * @param address as the network's edge tells it
 * @param now milliseconds
 */
export function addressKeyOf(
  secrets: Pick<Secrets, 'countKey'>,
  address: string,
  now: number,
): Promise<string> {
  return secrets.countKey(`address\n${cityDate(now)}\n${homeOf(address)}`)
}
