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

it('warns above 1 MB and refuses above 2 MB', () => {
  const warned = weigh({ 'vendors.js': 'x'.repeat(1100 * KB) })
  expect(warned.status).toBe(0)
  expect(warned.stderr).toContain('over 1 MB')
  const refused = weigh({ 'vendors.js': 'x'.repeat(2100 * KB) })
  expect(refused.status).toBe(1)
  expect(refused.stderr).toContain('Too heavy for WeChat: main package')
})

it('refuses a subpackage above 2 MB too', () => {
  const { status, stderr } = weigh({ 'staff/vendors.js': 'x'.repeat(2100 * KB) })
  expect(status).toBe(1)
  expect(stderr).toContain('Too heavy for WeChat: staff')
})
