import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { fingerprint } from '../../scripts/toolchain/fingerprint.mjs'
import { isInstalled } from '../../scripts/toolchain/install.mjs'
import { ensureSecrets } from '../../scripts/toolchain/local-city.mjs'
import { isAtLeast } from '../../scripts/toolchain/node.mjs'
import { terminalText } from '../../scripts/toolchain/terminal-text.mjs'
import { tally } from '../../scripts/toolchain/vitest.mjs'
import { temporaryFolder } from '../support/temporary-folder.ts'

const suite = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
})

describe('the counts of a test run', () => {
  it('are those of the tests', () => {
    const report = {
      testResults: [suite('passed', 'passed', 'skipped'), suite('failed', 'passed', 'failed', 'failed')],
    }
    expect(tally(report, 1)).toEqual({ passed: 2, failed: 2, skipped: 1, again: [] })
  })

  it('name a test that passed on its second try, with what it failed on before', () => {
    const late = { status: 'passed', fullName: 'a page comes', failureMessages: ['Timeout\n  at line 3'] }
    const report = { testResults: [{ status: 'passed', assertionResults: [late, { status: 'passed' }] }] }
    expect(tally(report, 0)).toMatchObject({ passed: 2, failed: 0 })
    expect(tally(report, 0).again).toEqual(['a page comes\n    Timeout\n      at line 3'])
  })

  it('count a file that did not load as a failure', () => {
    expect(tally({ testResults: [suite('passed', 'passed'), suite('failed')] }, 1)).toMatchObject({
      passed: 1,
      failed: 1,
    })
    // Its beforeAll failed: the tests were skipped, the file was not.
    expect(tally({ testResults: [suite('failed', 'skipped')] }, 1)).toMatchObject({ passed: 0, failed: 1 })
  })

  it('count a run as failed that ended badly, wrote nothing or tested nothing', () => {
    expect(tally({ testResults: [suite('passed', 'passed')] }, 1)).toMatchObject({ passed: 1, failed: 1 })
    expect(tally(null, 0)).toMatchObject({ passed: 0, failed: 1 })
    expect(tally({ testResults: [] }, 0)).toMatchObject({ passed: 0, failed: 1 })
    expect(tally({ testResults: [suite('passed', 'skipped')] }, 0)).toMatchObject({ failed: 1, skipped: 1 })
  })
})

describe('what is installed', () => {
  const lock = (packages: Record<string, object>) => JSON.stringify({ packages })
  const wanted = lock({
    '': { name: 'mashang' },
    'node_modules/hono': { version: '4.0.0' },
    'node_modules/for-windows': { version: '1.0.0', optional: true },
  })

  it.each([
    ['the same, without what is for another system', true, { 'node_modules/hono': { version: '4.0.0' } }],
    ['another version', false, { 'node_modules/hono': { version: '3.0.0' } }],
    ['less', false, {}],
  ])('is compared with the lock: %s', (_, expected, present) => {
    const folder = temporaryFolder({ lock: wanted, record: lock(present) })
    expect(isInstalled(path.join(folder, 'lock'), path.join(folder, 'record'))).toBe(expected)
  })

  it('is nothing without a record', () => {
    const folder = temporaryFolder({ lock: wanted })
    expect(isInstalled(path.join(folder, 'lock'), path.join(folder, 'record'))).toBe(false)
  })
})

describe('a fingerprint', () => {
  it('changes with a name or a content, not with a date or a cache', () => {
    const folder = temporaryFolder({ 'src/a.ts': 'a', 'src/b/c.ts': 'c' })
    const before = fingerprint(['src', 'missing'], folder)
    fs.utimesSync(path.join(folder, 'src/a.ts'), 0, 0)
    fs.mkdirSync(path.join(folder, 'src/.swc'))
    fs.writeFileSync(path.join(folder, 'src/.swc/cache'), 'x')
    expect(fingerprint(['src', 'missing'], folder)).toBe(before)
    fs.renameSync(path.join(folder, 'src/a.ts'), path.join(folder, 'src/z.ts'))
    const renamed = fingerprint(['src', 'missing'], folder)
    expect(renamed).not.toBe(before)
    fs.writeFileSync(path.join(folder, 'src/z.ts'), 'b')
    expect(fingerprint(['src', 'missing'], folder)).not.toBe(renamed)
  })
})

describe('the secrets of this machine', () => {
  it('are made once, 32 bytes, for the owner only, beside what is there', () => {
    const file = path.join(temporaryFolder({ vars: 'OTHER=1' }), 'vars')
    ensureSecrets(file)
    const first = fs.readFileSync(file, 'utf8')
    expect(first).toMatch(/^OTHER=1\nSECRET_KEY="[A-Za-z0-9+/]{43}="\n$/)
    ensureSecrets(file)
    expect(fs.readFileSync(file, 'utf8')).toBe(first)
    const fresh = path.join(path.dirname(file), 'fresh')
    ensureSecrets(fresh)
    expect(fs.statSync(fresh).mode & 0o777).toBe(0o600)
    expect(fs.readFileSync(fresh, 'utf8')).not.toBe(first)
  })
})

it.each([
  ['v22.12.0', '22.12', true],
  ['v22.9.1', '22.12', false],
  ['v24.0.0\n', '22.12', true],
  ['v18.20.4', '20.0', false],
])('Node %s is at least %s: %s', (version, oldest, expected) => {
  expect(isAtLeast(version, oldest)).toBe(expected)
})

it('shows of a progress bar what a terminal shows at the end', () => {
  const frame = (text: string) => `\x1b[2K\x1b[1A\x1b[2K\x1b[G${text}\n`
  expect(terminalText(`begin\n10 %\n${frame('50 %')}${frame('done')}end\n`)).toBe('begin\ndone\nend\n')
})
