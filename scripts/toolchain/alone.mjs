// @ts-check
import fs from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { inRoot } from './paths.mjs'

/**
 * Does the work while no other process of this checkout does work of that name: `npm start` beside `npm test`
 * must not build into one folder at once.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(name, work) {
  const lock = inRoot('.cache', `${name}.lock`)
  fs.mkdirSync(inRoot('.cache'), { recursive: true })
  while (!take(lock)) await wait(200)
  try {
    return await work()
  } finally {
    fs.rmSync(lock, { force: true })
  }
}

/** @param {string} lock */
function take(lock) {
  try {
    fs.writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (!isAlive(Number(fs.existsSync(lock) && fs.readFileSync(lock, 'utf8'))))
      fs.rmSync(lock, { force: true })
    return false
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch {
    return false
  }
}
