import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import { ariaComponents } from './aria-attributes'
import { OfflineShell } from './offline-shell'
import { customRoutes } from './routes'

const at = (...parts: string[]) => path.resolve(__dirname, ...parts)
const target = process.env.TARO_ENV ?? 'h5'
const miniProgramGlobals = at('../src/platform/mini-program-globals.ts')

/** Sources outside src/ that must pass through Babel too. */
const compiledToo = [
  at('../../shared'),
  at('.'),
  // Published with private fields, which Taro's minifier breaks and older phones lack.
  (file: string) => /node_modules[\\/](@tanstack|zod|zustand)[\\/]/.test(file),
]

// We write px and em ourselves: elder mode scales by em, borders stay px.
const postcss = { pxtransform: { enable: false, config: {} } }

export default defineConfig<'webpack5'>(
  async () =>
    ({
      projectName: 'mashang',
      date: '2026-11-01',
      designWidth: 375,
      deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
      sourceRoot: 'src',
      // --watch empties its output folder: development gets another one through MASHANG_OUT.
      outputRoot: `../dist/${process.env.MASHANG_OUT ?? target}`,
      framework: 'react',
      compiler: { type: 'webpack5', prebundle: { enable: false } },
      // Of this tree alone: a second copy that shares node_modules must not find our absolute paths.
      cache: { enable: true, cacheDirectory: at('../../.cache/webpack') },
      // The operating system's variables are not inlined by Taro; constants are.
      defineConstants: { __API__: JSON.stringify(process.env.API_BASE ?? '') },
      alias: { '@': at('../src'), '@shared': at('../../shared') },
      plugins: [
        // Taro compiles plugin files one by one: what they need of each other comes as an option.
        [
          at('mini-program-aria.ts'),
          { components: ariaComponents, runtime: at('mini-program-aria-runtime.ts') },
        ],
      ],
      mini: {
        postcss,
        optimizeMainPackage: { enable: true },
        // Each component's styles have classes of their own: their order says nothing.
        miniCssExtractPluginOption: { ignoreOrder: true },
        compile: { include: compiledToo },
        webpackChain(chain, webpack) {
          chain
            .plugin('mini-program-globals')
            .use(webpack.ProvidePlugin, [{ AbortController: [miniProgramGlobals, 'AbortController'] }])
        },
      },
      h5: {
        postcss,
        publicPath: '/',
        staticDirectory: 'static',
        router: { mode: 'browser', customRoutes: customRoutes() },
        devServer: {
          port: 10086,
          open: false,
          proxy: [{ context: ['/api', '/s/'], target: 'http://127.0.0.1:8787' }],
        },
        compile: { include: compiledToo },
        output: {
          filename: 'js/[name].[contenthash:8].js',
          chunkFilename: 'js/[name].[contenthash:8].js',
        },
        miniCssExtractPluginOption: {
          ignoreOrder: true,
          filename: 'css/[name].[contenthash:8].css',
          chunkFilename: 'css/[name].[contenthash:8].css',
        },
        webpackChain(chain) {
          chain.resolve.alias
            .set('@tarojs/components/dist/components$', at('no-web-components.ts'))
            .set('@tarojs/components/dist/taro-components/taro-components.css$', at('no-web-components.css'))
          // Uncompressed; what counts is 150 KB compressed, and a test measures it.
          chain.performance.maxEntrypointSize(450_000)
          // While developing, nothing may stand between the browser and the newest file.
          if (process.env.NODE_ENV === 'production') {
            chain.plugin('offline-shell').use(OfflineShell, [{ source: at('../offline/sw.js') }])
          }
          chain.merge({ optimization: { splitChunks: splitChunks() } })
        },
      },
      copy: {
        patterns:
          target === 'h5' ? [{ from: 'public/', to: `../dist/${process.env.MASHANG_OUT ?? target}/` }] : [],
        options: {},
      },
    }) as UserConfigExport<'webpack5'>,
)

/** React rarely changes: its own file stays in the browser's cache over our releases. */
function splitChunks() {
  return {
    chunks: 'all',
    minSize: 20_000,
    maxInitialRequests: 20,
    maxAsyncRequests: 20,
    cacheGroups: {
      react: { name: 'react', test: /[\\/]node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 20 },
      defaultVendors: { test: /[\\/]node_modules[\\/]/, priority: -10, reuseExistingChunk: true },
      default: { minChunks: 2, priority: -20, reuseExistingChunk: true },
    },
  }
}
