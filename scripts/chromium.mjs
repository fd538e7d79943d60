// @ts-check
/** `node scripts/chromium.mjs`: prints the path of a Chromium that starts; ends with 1 when there is none. */
import { findChromium } from './toolchain/chromium.mjs'

const found = findChromium()
if (found) console.log(found)
else process.exitCode = 1
