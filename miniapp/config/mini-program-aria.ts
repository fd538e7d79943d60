import type { IPluginContext } from '@tarojs/service'

interface Platform {
  template?: { mergeComponents(ctx: IPluginContext, components: object): void }
  runtimePath: string | string[]
}

interface Options {
  components: object
  /** the file that tells Taro's runtime the same */
  runtime: string
}

/** Gives the mini program's templates, and the runtime that numbers their attributes, the aria-* ones. */
export default (ctx: IPluginContext, { components, runtime }: Options) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: Platform) {
      if (process.env.TARO_ENV === 'h5') return
      platform.template?.mergeComponents(ctx, components)
      platform.runtimePath = [platform.runtimePath, runtime].flat()
    },
  })
}
