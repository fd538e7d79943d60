import { createHmac, timingSafeEqual } from 'node:crypto'

/** Older or newer than this, and it is somebody's recording of a request. */
const FIVE_MINUTES = 300

/**
 * Whether a request comes from the city whose secret you were given, and was sent just now.
 *
 * @param headers as your framework gives them, names in lower case
 * @param body the bytes as they came, before anybody has parsed them
 * @param now seconds since 1970
 */
export function isFromMashang(
  secret: string,
  headers: Readonly<Record<string, string | undefined>>,
  body: string,
  now: number = Date.now() / 1000,
): boolean {
  const timestamp = headers['x-mashang-timestamp'] ?? ''
  if (!/^\d+$/.test(timestamp) || Math.abs(now - Number(timestamp)) > FIVE_MINUTES) return false
  const expected = Buffer.from(
    `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`,
  )
  const given = Buffer.from(headers['x-mashang-signature'] ?? '')
  return given.length === expected.length && timingSafeEqual(given, expected)
}
