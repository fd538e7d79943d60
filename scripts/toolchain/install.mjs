// @ts-check
import fs from 'node:fs'
import { Failure } from './failure.mjs'
import { inRoot } from './paths.mjs'
import { npm } from './run.mjs'

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean }} LockEntry */

/**
 * Whether node_modules holds what package-lock.json says. npm leaves its own record of what it installed;
 * packages for other systems are absent there and optional here.
 * @param {string} [lockFile]
 * @param {string} [recordFile]
 */
export function isInstalled(
  lockFile = inRoot('package-lock.json'),
  recordFile = inRoot('node_modules', '.package-lock.json'),
) {
  if (!fs.existsSync(recordFile)) return false
  const wanted = packagesOf(lockFile)
  const present = packagesOf(recordFile)
  return Object.entries(wanted).every(([place, entry]) => {
    const installed = present[place]
    if (place === '') return true
    return installed ? installed.version === entry.version : Boolean(entry.optional || entry.devOptional)
  })
}

/**
 * @param {string} file
 * @returns {Record<string, LockEntry>}
 */
function packagesOf(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8')).packages ?? {}
}

/** Installs what package-lock.json says, unless it is there already. */
export async function ensureInstalled() {
  if (isInstalled()) return
  console.log('Installing the packages (npm ci), once …')
  const { code, output } = await npm(['ci', '--no-audit', '--no-fund'])
  if (code !== 0) throw new Failure(`${output}\nnpm ci failed: the packages could not be installed.`)
}
