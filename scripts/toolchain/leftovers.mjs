import fs from 'node:fs'
import { inRoot } from './paths.mjs'

/**
 * Ends the workerd of this checkout that still holds a port although the wrangler it belonged to was killed
 * the hard way. Linux only; elsewhere the port is reported as taken.
 * @param {number} port
 */
export function endLeftovers(port) {
  if (process.platform !== 'linux') return
  for (const pid of fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const command = proc(pid, 'cmdline')
    const ours = command.startsWith(inRoot('node_modules/@cloudflare/workerd-'))
    if (ours && command.includes(`:${port}\0`) && !parentCommand(pid).includes('wrangler')) {
      process.kill(Number(pid), 'SIGKILL')
    }
  }
}

/** @param {string} pid */
function parentCommand(pid) {
  const parent = /^PPid:\s*(\d+)/m.exec(proc(pid, 'status'))?.[1]
  return parent ? proc(parent, 'cmdline') : ''
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
