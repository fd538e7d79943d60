// @ts-check
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root; every script works there, wherever it was called from. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** @param {...string} parts */
export function inRoot(...parts) {
  return path.join(ROOT, ...parts)
}
