import path from 'node:path'
import { build } from 'vite'

/**
 * Puts the Worker into one file and answers its path: every test file starts a runtime of its own, which would fetch
 * some 350 modules one by one. What a test imports itself is the source as always.
 */
export async function bundleWorker(root: string): Promise<string> {
  const outDir = path.join(root, '.cache/worker-for-tests')
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, target: 'webworker' },
    build: {
      ssr: 'worker/index.ts',
      outDir,
      emptyOutDir: true,
      minify: false,
      sourcemap: true,
      rollupOptions: { external: [/^node:/, /^cloudflare:/] },
    },
  })
  return path.join(outDir, 'index.js')
}
