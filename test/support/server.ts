import { spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { alone } from '../../scripts/toolchain/alone.mjs'
import { ensureCity, ensureSecrets } from '../../scripts/toolchain/local-city.mjs'

const ROOT = path.resolve(import.meta.dirname, '../..')
const START_TIMEOUT_MS = 180_000

export interface Server {
  /** Without a slash at the end. */
  url: string
  /** Ends it as Ctrl-C does. */
  stop(): Promise<void>
  /** Ends it as a power cut does: nothing can be finished or saved. */
  kill(): Promise<void>
  /** Everything it has printed so far. */
  output(): string
  /** Fires the cron trigger and waits until its work is done. */
  runCron(): Promise<void>
}

interface ServerOptions {
  /** Folder of the local data; its content survives the server. */
  state: string
  port?: number
  /** How many demonstration reports; the small lively set when not given. */
  reports?: number
}

/** A city that was made lately is as good as new: to make one takes most of a minute. */
const MODEL = path.join(ROOT, '.cache', 'model-city')
const MODEL_LASTS_MS = 15 * 60_000

/** A folder with a demonstration city that nothing else uses. */
export async function freshCity(): Promise<string> {
  const state = fs.mkdtempSync(path.join(os.tmpdir(), 'mashang-state-'))
  await alone('model-city', async () => {
    const madeAt = fs.statSync(MODEL, { throwIfNoEntry: false })?.birthtimeMs ?? 0
    if (Date.now() - madeAt > MODEL_LASTS_MS) fs.rmSync(MODEL, { recursive: true, force: true })
    ensureSecrets()
    await ensureCity(MODEL)
    fs.cpSync(MODEL, state, { recursive: true })
  })
  return state
}

/** Starts what `npm start` starts, on a free port, and waits until it answers. */
export async function startServer(options: ServerOptions): Promise<Server> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await startOnce(options)
    } catch (error) {
      // Somebody else may take a free port between its being found and being used: then another one is looked for.
      const isTaken = options.port === undefined && String(error).includes('Address already in use')
      if (!isTaken || tries === 3) throw error
    }
  }
}

async function startOnce({ state, port, reports }: ServerOptions): Promise<Server> {
  const at = port ?? (await freePort())
  const size = reports === undefined ? [] : ['--reports', String(reports)]
  const child = spawn(
    process.execPath,
    ['scripts/start.mjs', '--port', String(at), '--persist-to', state, ...size],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  )
  let output = ''
  child.stdout?.on('data', (chunk) => (output += chunk))
  child.stderr?.on('data', (chunk) => (output += chunk))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = `http://127.0.0.1:${at}`
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
    await untilSilent(url)
  }
  for (const deadline = Date.now() + START_TIMEOUT_MS; !output.includes('is ready'); await wait(100)) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await end('SIGKILL')
      throw new Error(`The server did not start:\n${output}`)
    }
  }
  return {
    url,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    output: () => output,
    async runCron() {
      const answer = await fetch(`${url}/cdn-cgi/local/scheduled?cron=${encodeURIComponent('*/5 * * * *')}`)
      if (!answer.ok) throw new Error(`The cron trigger answered ${answer.status}: ${await answer.text()}`)
    },
  }
}

async function untilSilent(url: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const answers = await fetch(url, { signal: AbortSignal.timeout(1000) }).then(
      () => true,
      () => false,
    )
    if (!answers) return
    await wait(100)
  }
  throw new Error(`${url} still answers`)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
