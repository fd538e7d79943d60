// @ts-check
/** `node scripts/install.mjs`: `npm ci`, unless node_modules already holds what package-lock.json says. */
import { runMain } from './toolchain/failure.mjs'
import { ensureInstalled } from './toolchain/install.mjs'

await runMain(ensureInstalled)
