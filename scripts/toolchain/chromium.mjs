// @ts-check
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { Failure } from './failure.mjs'
import { run } from './run.mjs'

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
]
const OTHER_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** @returns {string | null} path of a Chromium that starts */
export function findChromium() {
  const { CHROMIUM_PATH: chosen, PATH = '' } = process.env
  if (chosen) return starts(chosen) ? chosen : null
  const places = PATH.split(path.delimiter).flatMap((folder) => NAMES.map((name) => path.join(folder, name)))
  return [...places, '/usr/bin/chromium', ...OTHER_PLACES].find(starts) ?? null
}

/** On Ubuntu `chromium-browser` may be a note that one should install a snap: ask it to say its version. */
function starts(/** @type {string} */ file) {
  return fs.existsSync(file) && spawnSync(file, ['--version'], { timeout: 20_000 }).status === 0
}

/**
 * Finds Chromium; in a container as root, installs it from the distribution.
 * @returns {Promise<string>} path of the executable
 */
export async function ensureChromium() {
  const present = findChromium()
  if (present) return present
  const mayInstall =
    !process.env.CHROMIUM_PATH && process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get')
  if (mayInstall) {
    console.log('Installing Chromium and Chinese fonts (apt-get), once …')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['update', '-q'], { env })
    await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], {
      env,
    })
  }
  const installed = findChromium()
  if (installed) return installed
  throw new Failure(
    'No Chromium that starts was found, and the browser tests are not skipped without one. ' +
      'Install Chromium or Chrome, or set CHROMIUM_PATH to its executable.',
  )
}
