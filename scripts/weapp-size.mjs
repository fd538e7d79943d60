// @ts-check
/**
 * WeChat refuses a main package over 2 MB, and a resident waits for all of it before the first screen.
 * Prints what each package of the mini program weighs; ends with 1 when one is too heavy.
 *
 *   node scripts/weapp-size.mjs [dist/weapp]
 */
import fs from 'node:fs'
import path from 'node:path'
import { inRoot } from './toolchain/paths.mjs'

const MB = 1024 * 1024
const LIMIT = 2 * MB // of the platform, for the main package and for each subpackage
const MAIN_LIMIT = 1 * MB // ours, for the main package
const TOTAL_LIMIT = 20 * MB

const dist = path.resolve(process.argv[2] ?? inRoot('dist/weapp'))
const app = JSON.parse(fs.readFileSync(path.join(dist, 'app.json'), 'utf8'))
/** @type {string[]} */
const roots = (app.subPackages ?? app.subpackages ?? []).map((/** @type {{ root: string }} */ { root }) =>
  root.replace(/\/+$/, ''),
)
const sizes = weigh()
const total = [...sizes.values()].reduce((sum, size) => sum + size, 0)

for (const [name, size] of sizes) console.log(`${kb(size)}  ${name}`)
console.log(`${kb(total)}  in all`)

const main = sizes.get('main package') ?? 0
const heavy = [...sizes].filter(([, size]) => size > LIMIT).map(([name]) => name)
if (main > MAIN_LIMIT)
  heavy.push(`the main package: over ${MAIN_LIMIT / MB} MB, move pages into a subpackage`)
if (total > TOTAL_LIMIT) heavy.push('the mini program')
if (heavy.length) {
  console.error(`Too heavy: ${heavy.join(', ')}`)
  process.exitCode = 1
}

/** Bytes of each package, as uploaded: what lies in no subpackage's folder is the main package. */
function weigh() {
  const sizes = new Map([['main package', 0], ...roots.map((root) => /** @type {const} */ ([root, 0]))])
  for (const entry of fs.readdirSync(dist, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.endsWith('.map')) continue
    const file = path.join(entry.parentPath, entry.name)
    const place = path.relative(dist, file).split(path.sep).join('/')
    const name = roots.find((root) => place.startsWith(`${root}/`)) ?? 'main package'
    sizes.set(name, (sizes.get(name) ?? 0) + fs.statSync(file).size)
  }
  return sizes
}

/** @param {number} bytes */
function kb(bytes) {
  return `${(bytes / 1024).toFixed(0).padStart(6)} KB`
}
