// @ts-check
/**
 * `npm run lock:complete`, after every change of a version: adds the packages for other systems that npm left
 * out of package-lock.json because the registry at hand did not have them. Without those entries `npm ci`
 * refuses the lock. They are optional: a system that needs one gets it from its own registry.
 *
 *   node scripts/complete-lock.mjs [package-lock.json]
 */
import fs from 'node:fs'
import { inRoot } from './toolchain/paths.mjs'

/**
 * @typedef {object} Entry
 * @property {string} [version]
 * @property {string} [resolved]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 * @property {Record<string, string>} [optionalDependencies]
 */

const SYSTEMS = /darwin|linux|win32|windows|freebsd|android|openharmony|sunos|netbsd|openbsd|aix/
const PROCESSORS = /x64|arm64|arm|ia32|ppc64|s390x|riscv64|loong64|mips64el|wasm32|64$/

const file = process.argv[2] ?? inRoot('package-lock.json')
const lock = JSON.parse(fs.readFileSync(file, 'utf8'))

/** @type {Record<string, Entry>} */
const packages = lock.packages
const added = addMissing()
// Addresses of the registry at hand have no place in a public file.
for (const entry of Object.values(packages)) delete entry.resolved
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
fs.writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(added.length ? `Added:\n  ${added.join('\n  ')}` : 'The lock is complete.')

function addMissing() {
  const added = []
  for (const [place, { optionalDependencies = {} }] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(optionalDependencies)) {
      if (place === '' || isResolved(place, name, range)) continue
      const version = range.replace(/^[\^~]/, '')
      const free = !packages[`node_modules/${name}`]
      packages[`${free ? '' : `${place}/`}node_modules/${name}`] = {
        version,
        ...platformOf(name),
        optional: true,
      }
      added.push(`${name} ${version}`)
    }
  }
  return added
}

/**
 * As Node looks a package up: beside the one that asks, then in every folder above. Packages for one system
 * are asked for by their exact version.
 * @param {string} place
 * @param {string} name
 * @param {string} range
 */
function isResolved(place, name, range) {
  for (let base = place; ; base = base.slice(0, Math.max(0, base.lastIndexOf('/node_modules/')))) {
    const found = packages[`${base ? `${base}/` : ''}node_modules/${name}`]
    if (found) return found.version === range || !/^\d/.test(range)
    if (base === '') return false
  }
}

/** @param {string} name such as `@esbuild/darwin-arm64` */
function platformOf(name) {
  const system = SYSTEMS.exec(name)?.[0].replace('windows', 'win32')
  const processor = PROCESSORS.exec(name)?.[0].replace(/^64$/, 'x64')
  const libc = name.includes('musl') ? 'musl' : /linux.*gnu/.test(name) && 'glibc'
  return {
    ...(processor && { cpu: [processor] }),
    ...(libc && { libc: [libc] }),
    ...(system && { os: [system] }),
  }
}
