// @ts-check
import { spawn } from 'node:child_process'
import path from 'node:path'
import { onInterrupt } from './interruption.mjs'
import { ROOT } from './paths.mjs'

/**
 * Runs a command in the root to its end and keeps what it printed, in order.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { env = process.env } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
    // Nothing of ours goes on working when we are gone.
    const stopListening = onInterrupt(() => {
      child.kill('SIGTERM')
      setImmediate(() => process.exit(1)) // after every other child was told
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => (output += `${error.message}\n`))
    child.on('close', (code) => {
      stopListening()
      resolve({ code: code ?? 1, output })
    })
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
