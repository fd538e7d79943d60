import { ACTIONS, type Action } from './report-state.ts'

/** What a city's own systems can be told of: whatever happens to a report but for internal notes. */
export const WEBHOOK_EVENTS = ACTIONS.filter((action) => action !== 'note')
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number]

/** The same as people choose it, each event in one group. */
export const WEBHOOK_GROUPS = {
  received: ['submit', 'supplement', 'appeal', 'resume'],
  'passed-on': ['ask', 'decline', 'merge', 'unmerge', 'assign', 'sign', 'bounce'],
  time: ['extend', 'grant', 'refuse', 'escalate'],
  answered: ['finish', 'send_back', 'approve', 'settle'],
  over: ['rate', 'archive', 'withdraw', 'anonymise'],
  supervised: ['watch', 'order', 'lift'],
  published: ['publish', 'unpublish', 'redact'],
} as const satisfies Record<string, readonly Action[]>
export type WebhookGroup = keyof typeof WEBHOOK_GROUPS
export const WEBHOOK_GROUP_NAMES = [
  'received',
  'passed-on',
  'time',
  'answered',
  'over',
  'supervised',
  'published',
] as const satisfies readonly WebhookGroup[]

/** Four numbers as one: `10.1.2.3`. */
function ipv4(host: string): number | null {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(host)?.slice(1).map(Number)
  return parts ? parts.reduce((sum, part) => sum * 256 + part, 0) : null
}

/** First address and length of the networks that are nobody's on the open Internet. */
const PRIVATE_NETWORKS: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]

function isPrivateIpv4(address: number): boolean {
  return PRIVATE_NETWORKS.some(([first, bits]) => {
    const size = 2 ** (32 - bits)
    return Math.floor(address / size) === Math.floor((ipv4(first) ?? 0) / size)
  })
}

/** Names that only mean something inside a house. */
const INSIDE = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|arpa)$/

/**
 * Whether something may be sent to that address: `https`, a name or number of the open Internet, nobody's password in
 * it. The one who enters it is an administrator; a mistake of theirs must not make the city knock at its own doors.
 *
 * @param parsed of `new URL`, which writes `0x7f.1` and `127.1` as what they are
 */
export function isPublicAddress(parsed: {
  protocol: string
  hostname: string
  username: string
  password: string
}): boolean {
  const host = parsed.hostname.toLowerCase().replace(/\.$/, '')
  if (parsed.protocol !== 'https:' || parsed.username !== '' || parsed.password !== '') return false
  // Numbers of the sixth version wrap every private network in several ways: a city's system has a name.
  if (host.startsWith('[')) return false
  const number = ipv4(host)
  if (number !== null) return !isPrivateIpv4(number)
  return host.includes('.') && !INSIDE.test(host)
}
