import path from 'node:path'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
const r = (p: string) => path.resolve(import.meta.dirname, p)
const migrations = await readD1Migrations(r('worker/migrations'))
export default defineConfig({
  cacheDir: '/tmp/zz-vitest-cache',
  test: {
    projects: [
      { plugins: [cloudflareTest({ main: './worker/index.ts', miniflare: { compatibilityDate: '2026-08-01', compatibilityFlags: ['nodejs_compat'], d1Databases: ['DB'], r2Buckets: ['PHOTOS'], queueProducers: { OUTBOX: 'q' }, bindings: { SECRET_KEY: 'MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=', DEMO_CITY: 'true', MIGRATIONS: migrations }, serviceBindings: { ASSETS: () => new Response('nothing', { status: 404 }) as any } } })], test: { name: 'worker', include: ['test/worker/**/*.test.ts'], setupFiles: ['/tmp/zz-setup.ts'] } },
      { test: { name: 'unit', environment: 'node', include: ['test/shared/**/*.test.ts'] } },
    ],
  },
})
