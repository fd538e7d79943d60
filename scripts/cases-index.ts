/**
 * Writes shared/cases/search-index.ts: what the search over the cases compares, in Simplified and as it sounds. It is
 * data, so that the app can search without a network and without a dictionary of 300 KB. To be run after every change
 * of a case; a test says when that was forgotten.
 *
 *   npm run cases:index
 */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { fileURLToPath } from 'node:url'
import { caseIndexSource } from './toolchain/case-index.ts'

const FILE = fileURLToPath(new URL('../shared/cases/search-index.ts', import.meta.url))

fs.writeFileSync(FILE, caseIndexSource())
execFileSync('oxfmt', [FILE])
