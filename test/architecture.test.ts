import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cruiseImports, type Imports } from './support/cruise.ts'
import { contentOf, filesIn, isText, linesMatching } from './support/source-files.ts'

const ROOT = path.resolve(import.meta.dirname, '..')
const PRODUCT = ['shared', 'worker', 'miniapp/src']

describe('imports', () => {
  let found: Imports

  beforeAll(async () => {
    found = await cruiseImports(['shared', 'worker', 'miniapp', 'scripts', 'test'])
  })

  // With a TypeScript that dependency-cruiser does not support it silently reads nothing.
  it.each(['shared/domain/', 'shared/contract/', 'worker/', 'miniapp/src/'])('are read in %s', (folder) => {
    expect(found.modules.filter((file) => file.startsWith(folder)).length).toBeGreaterThan(5)
  })

  it('keep to the rules of .dependency-cruiser.mjs', () => {
    expect(found.violations.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`)).toEqual([])
  })
})

/** A rule, a file that breaks it, and what that file imports. */
const PLANTED: [rule: string, from: string, to: string][] = [
  ['shared-is-a-leaf', 'shared/cases/list.ts', 'worker/env.ts'],
  ['domain-is-pure', 'shared/domain/clock.ts', 'zod/mini'],
  ['domain-is-pure', 'shared/domain/files.ts', 'node:fs'],
  ['domain-is-pure', 'shared/domain/shape.ts', 'shared/contract/report.ts'],
  ['contract-uses-zod-only', 'shared/contract/routed.ts', 'hono'],
  ['two-sides-meet-in-shared', 'worker/use-cases/paint.ts', 'miniapp/src/kit/button.tsx'],
  ['two-sides-meet-in-shared', 'miniapp/src/api/direct.ts', 'worker/env.ts'],
  ['routes-call-use-cases', 'worker/routes/stations.ts', 'worker/repository/stations.ts'],
  ['jobs-call-use-cases', 'worker/jobs/sweep.ts', 'worker/repository/stations.ts'],
  ['use-cases-know-no-http', 'worker/use-cases/answer.ts', 'hono'],
  ['use-cases-know-no-http', 'worker/use-cases/store.ts', 'worker/adapters/r2-photos.ts'],
  ['repository-is-bottom', 'worker/repository/reports.ts', 'worker/use-cases/get.ts'],
  ['repository-is-bottom', 'worker/repository/rows.ts', 'shared/contract/report.ts'],
  ['page-stays-home', 'miniapp/src/pages/home/index.tsx', 'miniapp/src/pages/station/index.tsx'],
  ['page-stays-home', 'miniapp/src/staff/pages/inbox/index.tsx', 'miniapp/src/staff/pages/report/desk.tsx'],
  ['parts-know-no-page', 'miniapp/src/components/card.tsx', 'miniapp/src/pages/station/index.tsx'],
  ['parts-know-no-page', 'miniapp/src/staff/components/row.tsx', 'miniapp/src/staff/pages/report/desk.tsx'],
  ['main-package-without-staff', 'miniapp/src/state/session.ts', 'miniapp/src/staff/state/inbox.ts'],
  ['taro-behind-platform', 'miniapp/src/api/client.ts', '@tarojs/taro'],
  ['pages-use-the-kit', 'miniapp/src/library/pages/case/index.tsx', '@tarojs/components'],
  ['no-test-in-product', 'worker/use-cases/fake.ts', 'test/support/facts.ts'],
  ['no-test-in-product', 'shared/cases/build.ts', 'scripts/seed.ts'],
  ['no-barrels', 'worker/use-cases/all.ts', 'worker/use-cases/report/index.ts'],
  ['no-barrels', 'miniapp/src/components/all.ts', 'miniapp/src/components/card/index.tsx'],
  ['no-dumping-ground', 'worker/use-cases/dump.ts', 'worker/utils/text.ts'],
  ['no-dumping-ground', 'miniapp/src/components/dump.ts', 'miniapp/src/components/helpers.ts'],
  ['no-cycles', 'shared/domain/egg.ts', 'shared/domain/hen.ts'],
  ['no-orphans', 'shared/domain/forgotten.ts', ''],
  ['resolvable', 'worker/use-cases/lost.ts', './nowhere.ts'],
]

describe('the rules', () => {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'mashang-rules-'))
  let found: Imports

  beforeAll(async () => {
    for (const [, from, to] of PLANTED) plant(from, to)
    plant('shared/domain/hen.ts', 'shared/domain/egg.ts')
    fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(root, 'node_modules'))
    fs.copyFileSync(path.join(ROOT, 'tsconfig.json'), path.join(root, 'tsconfig.json'))
    found = await cruiseImports(['shared', 'worker', 'miniapp', 'test', 'scripts'], root)
  })

  afterAll(() => fs.rmSync(root, { recursive: true }))

  it.each(PLANTED)('%s fires on %s importing %s', (rule, from) => {
    expect(found.violations.map((violation) => `${violation.rule} ${violation.from}`)).toContain(
      `${rule} ${from}`,
    )
  })

  function plant(from: string, to: string) {
    const isOurs = /^(shared|worker|miniapp|test|scripts)\//.test(to)
    const specifier = isOurs ? path.relative(path.dirname(from), to).replace(/^(?!\.)/, './') : to
    write(
      from,
      to ? `import * as it from '${specifier}'\nexport const its = it\n` : 'export const alone = 1\n',
    )
    if (isOurs && !fs.existsSync(path.join(root, to))) write(to, 'export const it = 1\n')
  }

  function write(file: string, content: string) {
    fs.mkdirSync(path.join(root, path.dirname(file)), { recursive: true })
    fs.writeFileSync(path.join(root, file), content)
  }
})

describe('the house', () => {
  const product = filesIn(...PRODUCT)
  const code = product.filter((file) => /\.(ts|tsx|scss)$/.test(file))
  const everything = filesIn('.').filter((file) => isText(file) && file !== 'package-lock.json')

  it('has SQL under worker/repository and in the runtime adapters only', () => {
    const elsewhere = code.filter((file) => !/^worker\/(repository|adapters)\//.test(file))
    expect(linesMatching(elsewhere, /\.prepare\(/)).toEqual([])
  })

  it('has files of 300 lines at most, pages of 200; data and words may be longer', () => {
    const isData = (file: string) => /^(shared\/cases\/data|worker\/demo-city)\/|\/locale\//.test(file)
    const limit = (file: string) => (/\/pages\/.+\.tsx$/.test(file) ? 200 : 300)
    const lengths = code
      .filter((file) => !isData(file))
      .map((file) => ({ file, lines: contentOf(file).split('\n').length - 1 }))
    expect(lengths.filter(({ file, lines }) => lines > limit(file))).toEqual([])
  })

  it('names files in kebab-case', () => {
    // Sass partials begin with _, migrations with their number: wrangler's and Sass's own custom.
    const kebab = /^_?[a-z0-9]+(-[a-z0-9]+)*(\.(config|weapp|test|d))*\.[a-z0-9]+$/
    const isMigration = (file: string) => /^worker\/migrations\/\d{4}_[a-z0-9_]+\.sql$/.test(file)
    const named = filesIn(...PRODUCT, 'test', 'scripts').filter((file) => !isMigration(file))
    expect(named.filter((file) => !kebab.test(path.posix.basename(file)))).toEqual([])
  })

  it('has no drawer for everything', () => {
    const drawer = /(^|\/)(utils?|helpers?|common|misc|lib)(\/|\.[a-z]+$)/
    expect(filesIn(...PRODUCT, 'test', 'scripts').filter((file) => drawer.test(file))).toEqual([])
  })

  it('leaves nothing for later in the sources', () => {
    const others = everything.filter((file) => file !== 'test/architecture.test.ts')
    expect(linesMatching(others, /\b(TODO|FIXME|XXX)\b/)).toEqual([])
  })

  it('knows neither the machine it was written on nor its package registry', () => {
    const others = everything.filter((file) => file !== 'test/architecture.test.ts')
    expect(linesMatching(others, /(^|[^\w.])\/(home|Users|root|work|tmp)\/\w/)).toEqual([])
    expect(
      linesMatching([...others, 'package-lock.json'], /registry\.[\w.-]+|npmmirror|"resolved":/),
    ).toEqual([])
  })
})
