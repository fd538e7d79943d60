// @ts-check
import fs from 'node:fs'
import { inRoot } from './paths.mjs'

/**
 * Ends what is left of a local server of this checkout whose wrangler was killed the hard way: workerd lives
 * on, answers nothing and holds the port. Linux only; elsewhere the port is reported as taken.
 */
export function endLeftovers() {
  if (process.platform !== 'linux') return
  for (const pid of fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const ours = proc(pid, 'cmdline').startsWith(inRoot('node_modules/@cloudflare/workerd-'))
    if (ours && isOrphan(pid)) process.kill(Number(pid), 'SIGKILL')
  }
}

/** Whoever runs workerd is a Node process; one that ended has handed it to the system's first process. */
function isOrphan(/** @type {string} */ pid) {
  const parent = /^PPid:\s*(\d+)/m.exec(proc(pid, 'status'))?.[1]
  return parent !== undefined && !proc(parent, 'cmdline').includes('node')
}

/**
 * @param {string} pid
 * @param {string} file
 */
function proc(pid, file) {
  try {
    return fs.readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return '' // Ended meanwhile, or somebody else's.
  }
}
