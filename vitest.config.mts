import path from 'node:path'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

const at = (...parts: string[]) => path.resolve(import.meta.dirname, ...parts)

/** How the lifecycle's model is to run, where the environment says so. */
function modelRun(): Record<string, string> {
  const { MODEL_SEED, MODEL_COMMANDS } = process.env
  return { ...(MODEL_SEED && { MODEL_SEED }), ...(MODEL_COMMANDS && { MODEL_COMMANDS }) }
}

/** The real runtime with the bindings of wrangler.toml; each test file begins with an empty, migrated database. */
const worker = {
  plugins: [
    cloudflareTest(async () => ({
      wrangler: { configPath: './wrangler.toml' },
      miniflare: {
        bindings: {
          SECRET_KEY: Buffer.from('a key for tests, 32 bytes long..').toString('base64'),
          TEST_MIGRATIONS: await readD1Migrations(at('worker/migrations')),
          ...modelRun(),
        },
      },
    })),
  ],
  test: {
    name: 'worker',
    include: ['test/worker/**/*.test.ts'],
    setupFiles: ['test/support/worker-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
}

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

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // Not forks: one that ends while an answer is still on its way to it takes the whole run down.
          pool: 'threads',
          environment: 'node',
          include: ['test/shared/**/*.test.ts', 'test/scripts/**/*.test.ts', 'test/architecture.test.ts'],
          testTimeout: 60_000,
        },
      },
      worker,
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
      // The real server and a real browser; one city, so one file after another.
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/e2e/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
