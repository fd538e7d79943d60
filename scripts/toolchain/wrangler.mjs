// @ts-check
import { inRoot } from './paths.mjs'

/** wrangler without its launcher, which would put one more process between a signal and the server. */
const WRANGLER = inRoot('node_modules', 'wrangler', 'wrangler-dist', 'cli.js')

/**
 * Arguments of Node for a wrangler command.
 * @param {...string} args
 */
export function wrangler(...args) {
  return ['--no-warnings', WRANGLER, ...args]
}
