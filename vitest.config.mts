import os from 'node:os'
import path from 'node:path'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
import { bundleWorker } from './test/support/bundled-worker.mts'

const at = (...parts: string[]) => path.resolve(import.meta.dirname, ...parts)

/** How the lifecycle's model and the malformed requests are to run, where the environment says so. */
function longRun(): Record<string, string> {
  const names = ['MODEL_SEED', 'MODEL_COMMANDS', 'FUZZ_SEED', 'FUZZ_REQUESTS']
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))
}

/** The real runtime with the bindings of wrangler.toml; each test file begins with an empty, migrated database. */
const runtime = (main?: () => Promise<string>) =>
  cloudflareTest(async () => ({
    ...(main && { main: await main() }),
    wrangler: { configPath: './wrangler.toml' },
    miniflare: {
      bindings: {
        SECRET_KEY: Buffer.from('a key for tests, 32 bytes long..').toString('base64'),
        TEST_MIGRATIONS: await readD1Migrations(at('worker/migrations')),
        ...longRun(),
      },
    },
  }))

const inWorker = {
  setupFiles: ['test/support/worker-setup.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
}

/** These change modules of the Worker, so they need it in its own files. */
const CHANGING = ['test/worker/model/lifecycle-mutants.test.ts', 'test/worker/operations.test.ts']
let bundle: Promise<string> | undefined

const worker = {
  plugins: [runtime(() => (bundle ??= bundleWorker(at())))],
  test: { name: 'worker', include: ['test/worker/**/*.test.ts'], exclude: CHANGING, ...inWorker },
}
const changing = { plugins: [runtime()], test: { name: 'worker-changing', include: CHANGING, ...inWorker } }

/** The screens as in a browser; Taro itself is replaced, our own code is not. */
const miniapp = {
  resolve: {
    alias: {
      '@tarojs/taro': at('test/support/taro-stub.ts'),
      '@shared': at('shared'),
      '@': at('miniapp/src'),
    },
  },
  define: { 'process.env.TARO_ENV': '"h5"', __API__: '""' },
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    name: 'miniapp',
    environment: 'jsdom',
    setupFiles: ['test/support/miniapp-setup.ts'],
    testTimeout: 20_000,
    include: ['test/miniapp/**/*.test.{ts,tsx}'],
  },
} as const

/** The real server with a city of its own and a real browser; one city, so one file after another. */
const browsing = {
  environment: 'node',
  globalSetup: ['test/e2e/global-setup.ts'],
  testTimeout: 120_000,
  hookTimeout: 120_000,
  fileParallelism: false,
  // Two browsers, two servers and the Worker's runtime share two cores: a page that came late is looked at once more,
  // and `npm test` names every test that needed it.
  retry: 1,
} as const
/** Browser tests that look at pages rather than work with them: they run beside the others, in a second city. */
const LOOKING = [
  'accessibility',
  'staff-accessibility',
  'cases',
  'figures',
  'figures-numbers',
  'first-page-size',
  'headers',
  'serving',
].map((name) => `test/e2e/${name}.test.ts`)

export default defineConfig({
  test: {
    // Vitest would leave one of two cores idle.
    maxWorkers: Math.max(2, os.availableParallelism() - 1),
    // The Worker's log of who was turned away: tests that refuse on purpose would drown everything else.
    onConsoleLog: (line) => !line.startsWith('{"refused"'),
    projects: [
      {
        test: {
          name: 'unit',
          // Not forks: one that ends while an answer is still on its way to it takes the whole run down.
          pool: 'threads',
          environment: 'node',
          include: ['test/shared/**/*.test.ts', 'test/scripts/**/*.test.ts', 'test/architecture.test.ts'],
          testTimeout: 60_000,
          // All imports are read in one.
          hookTimeout: 60_000,
        },
      },
      worker,
      changing,
      miniapp,
      // The real mini program build, run in a bare VM.
      {
        test: {
          name: 'weapp',
          environment: 'node',
          include: ['test/weapp/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      { test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'], exclude: LOOKING, ...browsing } },
      { test: { name: 'e2e-pages', include: LOOKING, ...browsing } },
    ],
  },
})
