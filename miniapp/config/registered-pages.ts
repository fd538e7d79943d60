import { existsSync } from 'node:fs'
import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'

/** Registers a screen of the route table as soon as its file exists: Taro fails on one that does not. */
export default (ctx: IPluginContext) => {
  const exists = (page: string) => existsSync(path.join(ctx.paths.sourcePath, `${page}.tsx`))
  ctx.modifyAppConfig(({ appConfig }) => {
    appConfig.pages = appConfig.pages?.filter(exists)
    appConfig.subPackages = appConfig.subPackages
      ?.map(({ root, pages }) => ({ root, pages: (pages ?? []).filter((page) => exists(`${root}/${page}`)) }))
      .filter(({ pages }) => pages.length > 0)
  })
}
