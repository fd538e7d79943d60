// @ts-check
import fs from 'node:fs'
import { inRoot } from './paths.mjs'
import { npm } from './run.mjs'

/** @typedef {import('./vitest.mjs').Tally} Tally */
/**
 * @typedef {object} Locked
 * @property {string} [version]
 * @property {string} [license]
 * @property {string} [integrity]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [optionalDependencies]
 * @property {Record<string, string>} [peerDependencies]
 *
 * @typedef {object} Manifest package.json or package-lock.json, as far as it is read here
 * @property {string} [name]
 * @property {string} [version]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, Locked>} [packages]
 */

/**
 * The packages that the table in docs/dependencies.md gives a reason for.
 * @param {string} markdown
 * @returns {Set<string>}
 */
export function explained(markdown) {
  const rows = markdown.split('\n').filter((line) => line.startsWith('| `'))
  return new Set(
    rows.flatMap((row) =>
      [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ''),
    ),
  )
}

/**
 * What is shipped without a reason, and explained without being shipped.
 * @param {Manifest} manifest
 * @param {string} markdown
 * @returns {string[]} what is wrong
 */
export function unexplained({ dependencies = {} }, markdown) {
  const told = explained(markdown)
  const shipped = Object.keys(dependencies)
  return [
    ...shipped.filter((name) => !told.has(name)).map((name) => `${name} has no line in docs/dependencies.md`),
    ...[...told]
      .filter((name) => !shipped.includes(name))
      .map((name) => `${name} is explained, but is no dependency`),
  ]
}

/**
 * Where a package that asks for `name` finds it: in its own folder, or in the nearest one above.
 * @param {Record<string, Locked>} packages
 * @param {string} place
 * @param {string} name
 */
function placeOf(packages, place, name) {
  for (let folder = place; ; folder = folder.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
    const found = `${folder}${folder === '' ? '' : '/'}node_modules/${name}`
    if (packages[found]) return found
    if (folder === '') return null
  }
}

/**
 * Every package that the production dependencies bring along, by its place in the lock. `npm sbom --omit=dev` leaves
 * out whatever a development tool needs too.
 * @param {Manifest} lock
 * @returns {string[]} sorted
 */
export function shippedPlaces({ packages = {} }) {
  /** @type {Set<string>} */
  const reached = new Set()
  const waiting = ['']
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const { dependencies, optionalDependencies, peerDependencies } = packages[place] ?? {}
    const names = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })
    for (const found of names.map((name) => placeOf(packages, /** @type {string} */ (place), name))) {
      if (found === null || reached.has(found)) continue
      reached.add(found)
      waiting.push(found)
    }
  }
  return [...reached].sort()
}

/**
 * The software bill of materials of a lock, CycloneDX 1.5.
 * @param {Manifest} lock
 */
export function sbomOf(lock) {
  const components = shippedPlaces(lock).map((place) => {
    const { version = '', license, integrity } = lock.packages?.[place] ?? {}
    const name = place.replace(/^.*node_modules\//, '')
    const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`
    const content =
      integrity?.startsWith('sha512-') && Buffer.from(integrity.slice(7), 'base64').toString('hex')
    return {
      type: 'library',
      'bom-ref': `${place}@${version}`,
      name,
      version,
      purl,
      ...(license && { licenses: [{ expression: license }] }),
      ...(content && { hashes: [{ alg: 'SHA-512', content }] }),
    }
  })
  const component = { type: 'application', name: lock.name, version: lock.version }
  return { bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, metadata: { component }, components }
}

/**
 * What `npm audit --json` says: null where the registry was not there to ask, or does not answer such questions.
 * @param {string} output
 * @returns {{ serious: string[] } | null}
 */
export function auditVerdict(output) {
  try {
    const { vulnerabilities } = JSON.parse(output.slice(output.indexOf('{')))
    if (typeof vulnerabilities !== 'object') return null
    /** @type {[string, { severity: string }][]} */
    const found = Object.entries(vulnerabilities)
    const serious = found.filter(([, { severity }]) => severity === 'high' || severity === 'critical')
    return { serious: serious.map(([name, { severity }]) => `${name}: ${severity}`) }
  } catch {
    return null
  }
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(fs.readFileSync(inRoot(file), 'utf8'))
}

/** Writes the SBOM; answers what it does not know of a package. */
function writeSbom() {
  const sbom = sbomOf(readJson('package-lock.json'))
  fs.mkdirSync(inRoot('dist'), { recursive: true })
  fs.writeFileSync(inRoot('dist', 'sbom.cdx.json'), `${JSON.stringify(sbom, null, 2)}\n`)
  return sbom.components.flatMap(({ name, version, licenses, hashes }) =>
    version && licenses && hashes ? [] : [`${name}: version, license or hash is not known`],
  )
}

/** @returns {Promise<{ skipped: boolean, wrong: string[] }>} */
async function audit() {
  const { output } = await npm(['audit', '--omit=dev', '--json'])
  const verdict = auditVerdict(output)
  return { skipped: verdict === null, wrong: verdict?.serious ?? [] }
}

/**
 * Whether what is shipped is explained, listed and without known serious vulnerabilities.
 * @returns {Promise<Tally>}
 */
export async function checkSupplyChain() {
  const explanations = unexplained(
    readJson('package.json'),
    fs.readFileSync(inRoot('docs/dependencies.md'), 'utf8'),
  )
  const { skipped, wrong } = await audit()
  const checks = [explanations, writeSbom(), ...(skipped ? [] : [wrong])]
  return {
    passed: checks.filter((faults) => faults.length === 0).length,
    failed: checks.filter((faults) => faults.length > 0).length,
    skipped: skipped ? 1 : 0,
    output: checks.flat().join('\n'),
  }
}
