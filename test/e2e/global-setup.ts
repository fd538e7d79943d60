import fs from 'node:fs'
import type { TestProject } from 'vitest/node'
import { freshCity, startServer } from '../support/server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the one server of the browser tests: `inject('baseUrl')`. */
    baseUrl: string
  }
}

/**
 * One server with a fresh demonstration city for all browser tests. While writing a test,
 * `MASHANG_URL=http://127.0.0.1:8787` takes a server that runs already.
 */
export default async function setup(project: TestProject) {
  const { MASHANG_URL } = process.env
  if (MASHANG_URL) {
    project.provide('baseUrl', MASHANG_URL)
    return undefined
  }
  const state = await freshCity()
  const server = await startServer({ state })
  project.provide('baseUrl', server.url)
  return async () => {
    await server.stop()
    fs.rmSync(state, { recursive: true, force: true })
  }
}
