import { createHash } from 'node:crypto'
import fs from 'node:fs'
import type { Compiler } from 'webpack'

interface Options {
  /** the service worker's source, with `__VERSION__` and `__FILES__` where they belong */
  source: string
}

const NAME = 'offline-shell'
const FILE = /\.(js|css)$/

/** Writes sw.js: the service worker, with the files of the build that residents need and a version made of them. */
export class OfflineShell {
  private readonly source: string

  constructor({ source }: Options) {
    this.source = source
  }

  apply(compiler: Compiler): void {
    const { Compilation, sources } = compiler.webpack
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT
      compilation.hooks.processAssets.tap({ name: NAME, stage }, (assets) => {
        const groups = compilation.chunkGroups.filter(
          ({ origins }) => !origins.some(({ request }) => request?.includes('staff/')),
        )
        const used = groups.flatMap((group) => group.getFiles().filter((file) => FILE.test(file)))
        const files = [...new Set(used)].sort().map((file) => `/${file}`)
        const page = assets['index.html']?.source().toString() ?? ''
        const version = createHash('sha256')
          .update(files.join() + page)
          .digest('hex')
          .slice(0, 12)
        const text = fs
          .readFileSync(this.source, 'utf8')
          .replace('__VERSION__', version)
          .replace('__FILES__', JSON.stringify(['/', ...files]))
        compilation.emitAsset('sw.js', new sources.RawSource(text))
      })
    })
  }
}
