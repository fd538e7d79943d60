// Who may import whom. test/architecture.test.ts checks the sources against these rules, and each rule
// against a planted violation.

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

const PAGE = '^miniapp/src/(?:(?:staff|library)/)?pages/[^/]+/'

export default {
  forbidden: [
    rule(
      'no-cycles',
      'imports form a tree; only `import type`, which is gone at run time, may look back',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule(
      'no-orphans',
      'dead file',
      {
        orphan: true,
        pathNot: [
          '\\.d\\.ts$',
          '\\.config\\.ts$',
          '\\.weapp\\.tsx?$', // Taro takes it in place of the plain file beside it
          '^miniapp/src/(app|.*pages/)',
          '^miniapp/(config/|offline/|babel\\.config)', // named by path in Taro's configuration
          '^miniapp/src/platform/mini-program-globals\\.ts$', // put in by webpack's ProvidePlugin
          '^(test|scripts)/',
        ],
      },
      {},
    ),
    rule(
      'shared-is-a-leaf',
      'shared is used by both sides and uses neither',
      { path: '^shared/' },
      { path: '^(worker|miniapp|test|scripts)/' },
    ),
    rule(
      'domain-is-pure',
      'the domain imports the domain only: no npm, no node, no contract',
      { path: '^shared/domain/' },
      { pathNot: '^shared/domain/' },
    ),
    rule(
      'contract-uses-zod-only',
      'a contract is schemas',
      { path: '^shared/contract/' },
      { pathNot: ['^shared/', 'node_modules/zod/'] },
    ),
    rule(
      'two-sides-meet-in-shared',
      'worker and miniapp never import each other',
      { path: '^(worker|miniapp)/' },
      { path: '^(worker|miniapp)/', pathNot: '^$1/' },
    ),
    rule(
      'routes-call-use-cases',
      'a route parses, calls one use case, answers',
      { path: '^worker/routes/' },
      { path: '^worker/(repository|adapters|jobs)/' },
    ),
    rule(
      'jobs-call-use-cases',
      'a job is a route without HTTP',
      { path: '^worker/jobs/' },
      { path: '^worker/(repository|routes)/' },
    ),
    rule(
      'use-cases-know-no-http',
      'no Hono; outside services come in through Context',
      { path: '^worker/use-cases/' },
      {
        path: [
          '^worker/(routes|jobs|adapters|middleware)/',
          '^worker/(app|index|node)\\.ts$',
          'node_modules/hono/',
        ],
      },
    ),
    rule(
      'repository-is-bottom',
      'SQL in, domain types out',
      { path: '^worker/repository/' },
      { path: ['^worker/(?!repository/)', '^shared/contract/', 'node_modules/hono/'] },
    ),
    rule(
      'page-stays-home',
      'pages share through components/, api/, state/',
      { path: '^miniapp/src/((?:(?:staff|library)/)?pages)/([^/]+)/' },
      { path: PAGE, pathNot: '^miniapp/src/$1/$2/' },
    ),
    rule(
      'parts-know-no-page',
      'a component serves any page, so it knows none',
      { path: '^miniapp/src/', pathNot: [PAGE, '^miniapp/src/app\\.'] },
      { path: PAGE },
    ),
    rule(
      'main-package-without-staff',
      'keep the staff subpackage out of the main package, which WeChat limits to 2 MB',
      { path: '^miniapp/src/(?!staff/|app\\.)' },
      { path: '^miniapp/src/staff/' },
    ),
    rule(
      'taro-behind-platform',
      'only platform/, kit/, components/ and pages may touch Taro',
      { path: '^miniapp/src/(?:staff/)?(api|state|locale)/' },
      { path: 'node_modules/@tarojs/' },
    ),
    rule(
      'pages-use-the-kit',
      'H5 gets native elements; only the kit and platform files know Taro components',
      { path: '^miniapp/src/(?!kit/|platform/|components/map)' },
      { path: 'node_modules/@tarojs/components' },
    ),
    rule(
      'no-test-in-product',
      'what is delivered needs neither tests nor scripts',
      { path: '^(shared|worker|miniapp)/' },
      { path: '^(test|scripts)/' },
    ),
    rule(
      'no-barrels',
      'import the file, not the folder',
      { path: '^(worker|shared|miniapp/src)/' },
      { path: '^(worker|shared|miniapp/src)/.+/index\\.tsx?$', pathNot: PAGE },
    ),
    rule(
      'no-dumping-ground',
      'name the thing',
      {},
      {
        path: ['/(utils?|helpers?|common|misc|lib)/', '/(utils?|helpers?|common|misc|lib)[.]tsx?$'],
        pathNot: ['node_modules', '^miniapp/src/locale/'],
      },
    ),
    rule('resolvable', 'the imported file exists', {}, { couldNotResolve: true, pathNot: '^cloudflare:' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(scss|css|svg|json)$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
