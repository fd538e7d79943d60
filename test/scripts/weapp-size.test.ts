import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.ts'

const KB = 1024
const APP = JSON.stringify({
  pages: ['pages/home/index'],
  subPackages: [{ root: 'staff', pages: ['pages/inbox/index'] }],
})

function weigh(files: Record<string, string>) {
  const folder = temporaryFolder({ 'app.json': APP, ...files })
  return spawnSync(process.execPath, ['scripts/weapp-size.mjs', folder], {
    cwd: path.resolve(import.meta.dirname, '../..'),
    encoding: 'utf8',
  })
}

it('weighs the main package without the subpackages', () => {
  const { status, stdout, stderr } = weigh({
    'vendors.js': 'x'.repeat(300 * KB),
    'staff/pages/inbox/index.js': 'x'.repeat(1500 * KB),
    'staff-notes.js': 'x'.repeat(100 * KB),
  })
  expect(status).toBe(0)
  expect(stdout).toMatch(/ 400 KB {2}main package/)
  expect(stdout).toMatch(/ 1500 KB {2}staff/)
  expect(stderr).toBe('')
})

it('refuses a main package above 1 MB, which is ours, and says what to do', () => {
  expect(weigh({ 'vendors.js': 'x'.repeat(1000 * KB) }).status).toBe(0)
  const { status, stderr } = weigh({ 'vendors.js': 'x'.repeat(1100 * KB) })
  expect(status).toBe(1)
  expect(stderr).toContain('the main package: over 1 MB')
})

it('refuses a subpackage above 2 MB too', () => {
  const { status, stderr } = weigh({ 'staff/vendors.js': 'x'.repeat(2100 * KB) })
  expect(status).toBe(1)
  expect(stderr).toContain('Too heavy: staff')
})
