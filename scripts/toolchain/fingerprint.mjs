// @ts-check
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { ROOT } from './paths.mjs'

/**
 * One hash over the names and contents of files and folders. Contents, not dates: a fresh checkout of the
 * same sources is the same.
 * @param {string[]} places relative to `root`; a missing one counts as empty
 */
export function fingerprint(places, root = ROOT) {
  const hash = createHash('sha256')
  for (const file of places.flatMap((place) => filesUnder(place, root))) {
    hash
      .update(`${file}\0`)
      .update(fs.readFileSync(path.join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

/**
 * @param {string} place
 * @param {string} root
 * @returns {string[]}
 */
function filesUnder(place, root) {
  const stat = fs.statSync(path.join(root, place), { throwIfNoEntry: false })
  if (!stat) return []
  if (stat.isFile()) return [place]
  return fs
    .readdirSync(path.join(root, place))
    .filter((name) => !name.startsWith('.')) // caches of tools
    .sort()
    .flatMap((name) => filesUnder(path.posix.join(place, name), root))
}
