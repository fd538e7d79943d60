type Options = {
  url?: string
  method?: string
  header?: Record<string, string>
  data?: string
  success?: (result: object) => void
  fail?: (result: object) => void
  complete?: (result: object) => void
}

type Navigation = Record<'navigateTo' | 'redirectTo' | 'reLaunch' | 'navigateBack', (url: string) => void>

function succeed(name: string, { success, complete }: Options = {}): Promise<object> | undefined {
  const result = { errMsg: `${name}:ok` }
  success?.(result)
  complete?.(result)
  return success ? undefined : Promise.resolve(result)
}

async function send({
  url = '',
  method = 'GET',
  header,
  data,
  success,
  fail,
  complete,
}: Options): Promise<void> {
  try {
    const hasBody = !/^(GET|HEAD)$/.test(method)
    const answer = await fetch(url, { method, headers: header, body: hasBody ? data : undefined })
    success?.({
      statusCode: answer.status,
      data: await answer.text(),
      header: Object.fromEntries(answer.headers),
      errMsg: 'request:ok',
    })
  } catch (error) {
    fail?.({ errMsg: `request:fail ${String(error)}` })
  } finally {
    complete?.({})
  }
}

/** Taro passes on what it finds among the keys of `wx`: an event nobody fires must still be there. */
const LISTENERS = Object.fromEntries(
  ['AppShow', 'AppHide', 'ThemeChange', 'NetworkStatusChange'].flatMap((event) =>
    [`on${event}`, `off${event}`].map((name) => [name, () => {}]),
  ),
)

/** What only succeeds here; it must be there for the same reason. */
const SUCCEEDING = Object.fromEntries(
  [
    'setNavigationBarTitle',
    'pageScrollTo',
    'stopPullDownRefresh',
    'vibrateShort',
    'setClipboardData',
    'login',
  ].map((name) => [name, (options?: Options) => succeed(name, options)]),
)

/** `wx` in a browser: requests are real, storage is the browser's, navigation is the host's, the rest succeeds. */
export function createWxOfBrowser(navigation: Navigation): object {
  const device = {
    pixelRatio: 2,
    windowWidth: innerWidth,
    windowHeight: innerHeight,
    screenWidth: innerWidth,
    screenHeight: innerHeight,
    statusBarHeight: 0,
    SDKVersion: '3.8.0',
    platform: 'devtools',
    system: 'iOS 16',
    version: '8.0.50',
    language: 'zh_CN',
    theme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  }
  const launched = () => ({ path: '', query: {}, scene: 1001 })
  const moves = Object.fromEntries(
    Object.entries(navigation).map(([name, move]) => [
      name,
      (options: Options = {}) => {
        move(options.url ?? '')
        return succeed(name, options)
      },
    ]),
  )
  const query = {
    select: () => query,
    boundingClientRect: () => query,
    exec: (done?: (found: []) => void) => done?.([]),
  }
  const known: Record<string, unknown> = {
    canIUse: () => true,
    getSystemInfoSync: () => device,
    getWindowInfo: () => device,
    getDeviceInfo: () => device,
    getAppBaseInfo: () => device,
    getSystemSetting: () => ({}),
    getLaunchOptionsSync: launched,
    getEnterOptionsSync: launched,
    getMenuButtonBoundingClientRect: () => ({
      top: 4,
      left: 281,
      width: 87,
      height: 32,
      right: 368,
      bottom: 36,
    }),
    getStorageSync: (key: string) => localStorage.getItem(key) ?? '',
    setStorageSync: (key: string, value: string) => localStorage.setItem(key, value),
    removeStorageSync: (key: string) => localStorage.removeItem(key),
    getNetworkType: ({ success }: Options) => success?.({ networkType: navigator.onLine ? 'wifi' : 'none' }),
    nextTick: (run: () => void) => setTimeout(run, 0),
    createSelectorQuery: () => query,
    request: (options: Options) => {
      void send(options)
      return { abort() {} }
    },
    ...LISTENERS,
    ...SUCCEEDING,
    ...moves,
  }
  return new Proxy(known, {
    get(target, name: string) {
      if (name in target) return target[name]
      if (/^(on|off)[A-Z]/.test(name)) return () => {}
      // Taro looks whether these exist.
      if (['webpackJsonp', 'cloud', 'env'].includes(name)) return undefined
      return (options?: Options) => succeed(name, options)
    },
  })
}
