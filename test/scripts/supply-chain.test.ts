import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inRoot } from '../../scripts/toolchain/paths.mjs'
import {
  auditVerdict,
  explained,
  sbomOf,
  shippedPlaces,
  unexplained,
} from '../../scripts/toolchain/supply-chain.mjs'

const TABLE =
  '| package | in | why |\n|---|---|---|\n| `hono` | Worker | … |\n| `react`, `react-dom` | app | … `x` |\n'

it('reads which packages have a reason', () => {
  expect([...explained(TABLE)]).toEqual(['hono', 'react', 'react-dom'])
  const ours = explained(fs.readFileSync(inRoot('docs/dependencies.md'), 'utf8'))
  expect(ours.size).toBeGreaterThan(10)
})

it('names what has none, and reasons for what is not shipped', () => {
  const dependencies = { hono: '^4', react: '^18', 'react-dom': '^18' }
  expect(unexplained({ dependencies }, TABLE)).toEqual([])
  expect(unexplained({ dependencies: { ...dependencies, 'left-pad': '1' } }, TABLE)).toEqual([
    'left-pad has no line in docs/dependencies.md',
  ])
  expect(unexplained({ dependencies: { hono: '^4', react: '^18' } }, TABLE)).toEqual([
    'react-dom is explained, but is no dependency',
  ])
})

describe('the SBOM', () => {
  const packages = {
    '': { dependencies: { a: '1' }, devDependencies: { tool: '1' } },
    'node_modules/a': { version: '1.0.0', license: 'MIT', dependencies: { '@x/y': '2', b: '1' } },
    'node_modules/a/node_modules/@x/y': { version: '2.0.0', peerDependencies: { b: '1' } },
    'node_modules/@x/y': { version: '1.0.0' },
    'node_modules/b': { version: '1.1.0', integrity: `sha512-${Buffer.alloc(64).toString('base64')}` },
    'node_modules/tool': { version: '9.0.0', dependencies: { b: '1' } },
  }

  it('holds what is shipped and what that brings along, each in the version that is found from there', () => {
    expect(shippedPlaces({ packages })).toEqual([
      'node_modules/a',
      'node_modules/a/node_modules/@x/y',
      'node_modules/b',
    ])
    const [a, y, b] = sbomOf({ name: 'city', packages }).components
    expect(a).toMatchObject({ name: 'a', version: '1.0.0', licenses: [{ expression: 'MIT' }] })
    expect(y?.purl).toBe('pkg:npm/%40x/y@2.0.0')
    expect(b?.hashes?.[0]?.content).toBe('0'.repeat(128))
  })

  it('holds every package of our lock that npm does not mark as a tool', () => {
    const lock = JSON.parse(fs.readFileSync(inRoot('package-lock.json'), 'utf8'))
    const marked = Object.keys(lock.packages).filter(
      (place) => place !== '' && !lock.packages[place].dev && !lock.packages[place].devOptional,
    )
    const shipped = new Set(shippedPlaces(lock))
    expect(marked.length).toBeGreaterThan(50)
    expect(marked.filter((place) => !shipped.has(place) && !lock.packages[place].optional)).toEqual([])
  })
})

describe('the verdict of npm audit', () => {
  it.each([
    ['nothing found', { vulnerabilities: {} }, []],
    ['a small one', { vulnerabilities: { a: { severity: 'moderate' } } }, []],
    [
      'serious ones',
      { vulnerabilities: { a: { severity: 'high' }, b: { severity: 'critical' } } },
      ['a: high', 'b: critical'],
    ],
  ])('is given for %s', (_, answer, serious) => {
    expect(auditVerdict(`npm warn something\n${JSON.stringify(answer)}`)).toEqual({ serious })
  })

  it.each([
    ['the registry does not answer', '{ "message": "405 Method Not Allowed", "statusCode": 405 }'],
    ['there is no network', 'npm error network request failed'],
    ['nothing is said', ''],
  ])('is none when %s', (_, output) => {
    expect(auditVerdict(output)).toBeNull()
  })
})

it('no package may run anything while it is installed', () => {
  expect(fs.readFileSync(inRoot('.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m)
})
