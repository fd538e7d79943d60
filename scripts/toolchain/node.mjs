// @ts-check
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { Failure } from './failure.mjs'
import { inRoot } from './paths.mjs'

/** The oldest Node that can start these scripts, and the oldest that wrangler and Vitest accept. */
const OLDEST_FOR_SCRIPTS = '20.0'
const OLDEST_FOR_TOOLS = '22.12'

/**
 * @param {string} version such as `v22.12.0`
 * @param {string} oldest such as `22.12`
 */
export function isAtLeast(version, oldest) {
  return version.replace('v', '').localeCompare(oldest, 'en', { numeric: true }) >= 0
}

export function requireNode() {
  if (isAtLeast(process.version, OLDEST_FOR_SCRIPTS)) return
  throw new Failure(
    `Node.js 20 or newer is needed; this is ${process.version}. Get it from https://nodejs.org`,
  )
}

/**
 * The Node that runs the tools: the one in node_modules (an optional package, for Linux on x64), else the
 * user's own when it is new enough.
 * @returns {string} path of the executable
 */
export function toolNode() {
  const own = inRoot('node_modules', '.bin', 'node')
  if (fs.existsSync(own) && runs(own)) return own
  if (isAtLeast(process.version, OLDEST_FOR_TOOLS)) return process.execPath
  throw new Failure(
    `Node.js 22.12 or newer is needed on this system; this is ${process.version}. Get it from https://nodejs.org`,
  )
}

/** @param {string} node */
function runs(node) {
  try {
    return isAtLeast(execFileSync(node, ['--version'], { encoding: 'utf8' }), OLDEST_FOR_TOOLS)
  } catch {
    return false // For instance on Alpine, whose C library that build does not know.
  }
}

/** The environment of every tool: quiet, offline, and with the right Node and node_modules/.bin first in PATH. */
export function toolEnv() {
  const PATH = [path.dirname(toolNode()), inRoot('node_modules', '.bin'), process.env.PATH].join(
    path.delimiter,
  )
  return {
    ...process.env,
    PATH,
    CLOUDFLARE_CF_FETCH_ENABLED: 'false',
    WRANGLER_SEND_METRICS: 'false',
    WRANGLER_SEND_ERROR_REPORTS: 'false',
    WRANGLER_HIDE_BANNER: 'true',
    // It would keep the address of every request on disk, one-time links among them.
    X_LOCAL_OBSERVABILITY: 'false',
    WRANGLER_LOG_PATH: inRoot('.wrangler', 'logs'),
  }
}
