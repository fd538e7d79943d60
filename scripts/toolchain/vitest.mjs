// @ts-check
import fs from 'node:fs'
import { toolEnv, toolNode } from './node.mjs'
import { inRoot } from './paths.mjs'
import { run } from './run.mjs'

/** @typedef {{ passed: number, failed: number, skipped: number, output: string, again?: string[] }} Tally */

/** @typedef {{ status: string, fullName?: string, failureMessages?: string[] }} TestResult */

/**
 * Runs one Vitest project and counts its tests.
 * @param {string} project
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<Tally>}
 */
export async function runProject(project, env = {}) {
  const file = inRoot('.cache', `tests-${project}.json`)
  fs.rmSync(file, { force: true })
  const { code, output } = await run(
    toolNode(),
    // prettier-ignore
    [
      inRoot('node_modules/vitest/vitest.mjs'), 'run', '--project', project,
      '--reporter=default', '--reporter=json', `--outputFile.json=${file}`,
    ],
    { env: { ...toolEnv(), ...env } },
  )
  const report = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : null
  return { ...tally(report, code), output }
}

/**
 * The true counts of a Vitest JSON report. A file that could not be loaded is a failure; so are a run that
 * ended badly although no test failed, and one in which nothing ran.
 * @param {{ testResults: { status: string, assertionResults: TestResult[] }[] } | null} report
 * @param {number} code exit code of Vitest
 */
export function tally(report, code) {
  const suites = report?.testResults ?? []
  const tests = suites.flatMap((suite) => suite.assertionResults)
  const passed = tests.filter((test) => test.status === 'passed').length
  const failedTests = tests.filter((test) => test.status === 'failed').length
  const failedSuites = suites.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length
  const failed = failedTests + failedSuites
  const ranBadly = failed === 0 && (code !== 0 || passed === 0)
  return {
    passed,
    failed: ranBadly ? 1 : failed,
    skipped: tests.length - passed - failedTests,
    again: tests.flatMap(secondTry),
  }
}

/** What made a test fail before it passed on its second try. @param {TestResult} test */
function secondTry({ status, fullName = '', failureMessages = [] }) {
  const [message = ''] = failureMessages
  return status === 'passed' && message ? [`${fullName}\n    ${message.replaceAll('\n', '\n    ')}`] : []
}
