// @ts-check
import os from 'node:os'
import { randomUUID } from 'node:crypto'
import { Failure } from '../toolchain/failure.mjs'

const ROUNDS = 150
const WARM_UP = 20

/**
 * @param {string} url
 * @param {{ token?: string, queryCode?: string, body?: unknown, expect?: number }} [call]
 */
async function send(url, { token, queryCode, body, expect = 200 } = {}) {
  const answer = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    redirect: 'manual',
    headers: {
      'Idempotency-Key': randomUUID(),
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(queryCode && { 'X-Query-Code': queryCode }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (answer.status !== expect) throw new Failure(`${url} answered ${answer.status}, not ${expect}: ${text}`)
  return text
}

/** @param {string} url */
async function operations(url) {
  const api = `${url}/api/v1`
  const opinion = {
    channel: 'opinion',
    stationCode: 'K7Q2M9XA',
    categoryCode: 'street-lighting',
    text: '测速用的一条:路口的灯不亮。',
    place: { lat: 23.1291, lng: 113.2644 },
  }
  const signIn = { username: 'station.demo', password: 'mashang-demo' }
  const { token } = JSON.parse(await send(`${api}/session`, { body: signIn, expect: 201 }))
  const filed = JSON.parse(await send(`${api}/reports`, { body: opinion, expect: 201 }))
  const { number } = filed.report
  const acted = JSON.parse(await send(`${api}/reports`, { body: opinion, expect: 201 })).report
  let version = 1
  return {
    'bare route': () => send(`${api}/no-such-route`, { expect: 404 }),
    'read a report': () => send(`${api}/reports/${number}`, { queryCode: filed.queryCode }),
    'list an inbox': () => send(`${api}/reports?scope=inbox&sort=due`, { token }),
    'stations near by': () => send(`${api}/stations?near=23.1291,113.2644`),
    'submit a report': () => send(`${api}/reports`, { body: opinion, expect: 201 }),
    // A note is an action like any other: the timeline it reads grows by one each time.
    'act on a report': () => {
      const body = { action: 'note', version: version++, text: '测速' }
      return send(`${api}/reports/${acted.number}/actions`, { token, body })
    },
  }
}

/**
 * @param {number[]} times
 * @param {number} share 0.5 is the median
 */
export function quantile(times, share) {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/**
 * Prints what requests cost, side by side with a route of the same Worker that asks the database nothing. Each round
 * measures every operation once, so that what else the machine does falls on all alike.
 * @param {string} url of the city
 */
export async function measureRequests(url) {
  const todo = Object.entries(await operations(url))
  const times = Object.fromEntries(todo.map(([name]) => [name, /** @type {number[]} */ ([])]))
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const [name, operation] of todo) {
      const begin = performance.now()
      await operation()
      if (round >= 0) times[name]?.push(performance.now() - begin)
    }
  }
  const bare = quantile(times['bare route'] ?? [], 0.5)
  console.log(`${ROUNDS} rounds, one request at a time, ${os.cpus().length} cores, Node ${process.version}\n`)
  console.log('| operation | median ms | p95 ms | × bare route |\n|---|---:|---:|---:|')
  for (const [name, list] of Object.entries(times)) {
    const [median, p95] = [quantile(list, 0.5), quantile(list, 0.95)]
    console.log(`| ${name} | ${median.toFixed(2)} | ${p95.toFixed(2)} | ${(median / bare).toFixed(2)} |`)
  }
}
