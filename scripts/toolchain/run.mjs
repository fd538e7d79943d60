// @ts-check
import { spawn } from 'node:child_process'
import path from 'node:path'
import { ROOT } from './paths.mjs'

/**
 * Runs a command in the root to its end and keeps what it printed, in order.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, echo?: boolean }} [options] echo: also show the output while it comes
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { env = process.env, echo = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    /** @param {Buffer} chunk */
    const keep = (chunk) => {
      output += chunk
      if (echo) process.stdout.write(chunk)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/**
 * npm itself, on the Node it came with: `npm ci` removes the Node in node_modules while it works.
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function npm(args, options) {
  const { npm_execpath: cli, npm_node_execpath: node } = process.env
  if (cli && node && path.basename(cli).startsWith('npm')) return run(node, [cli, ...args], options)
  return run('npm', args, options)
}
