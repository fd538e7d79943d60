/** The part of `wx` that a mini program of ours uses, without a phone; unknown functions succeed and are noted. */
const device = {
  brand: 'test',
  model: 'test',
  platform: 'devtools',
  system: 'iOS 16',
  version: '8.0.50',
  SDKVersion: '3.8.0',
  language: 'zh_CN',
  theme: 'light',
  pixelRatio: 2,
  windowWidth: 375,
  windowHeight: 667,
  screenWidth: 375,
  screenHeight: 667,
  statusBarHeight: 20,
  safeArea: { top: 20, bottom: 667, left: 0, right: 375, width: 375, height: 647 },
}

export function createWx({ firstPage, navigation, overrides }) {
  const missing = new Set()
  const storage = new Map()
  const launched = () => ({ path: firstPage, query: {}, scene: 1001 })
  const moves = Object.fromEntries(
    Object.entries(navigation).map(([name, move]) => [
      name,
      (options = {}) => {
        move(options.url)
        return succeed(name)(options)
      },
    ]),
  )
  const known = {
    canIUse: () => true,
    getSystemInfoSync: () => device,
    getDeviceInfo: () => device,
    getWindowInfo: () => device,
    getAppBaseInfo: () => device,
    getSystemSetting: () => ({}),
    getLaunchOptionsSync: launched,
    getEnterOptionsSync: launched,
    getMenuButtonBoundingClientRect: () => ({
      top: 24,
      left: 281,
      width: 87,
      height: 32,
      right: 368,
      bottom: 56,
    }),
    getStorageSync: (key) => storage.get(key) ?? '',
    setStorageSync: (key, value) => void storage.set(key, value),
    removeStorageSync: (key) => void storage.delete(key),
    nextTick: (run) => setTimeout(run, 0),
    createSelectorQuery: selectorQuery,
    setNavigationBarTitle: succeed('setNavigationBarTitle'),
    pageScrollTo: succeed('pageScrollTo'),
    vibrateShort: succeed('vibrateShort'),
    stopPullDownRefresh: succeed('stopPullDownRefresh'),
    getNetworkType: succeed('getNetworkType', { networkType: 'wifi' }),
    login: succeed('login', { code: 'code-of-the-phone' }),
    ...listeners('AppShow', 'AppHide', 'ThemeChange', 'NetworkStatusChange'),
    ...moves,
    ...overrides,
  }
  const wx = new Proxy(known, {
    get(target, name) {
      if (name in target || typeof name !== 'string') return target[name]
      if (/^(on|off)[A-Z]/.test(name)) return () => {}
      // Taro looks whether these exist.
      if (['webpackJsonp', 'cloud', 'env'].includes(name)) return undefined
      return (...args) => {
        missing.add(name)
        return succeed(name)(...args)
      }
    },
  })
  return { wx, missing, storage }
}

/** A function of wx that works: it tells the callbacks, or answers with a promise when there is none. */
function succeed(name, found = {}) {
  return (options = {}) => {
    const result = { errMsg: `${name}:ok`, ...found }
    options.success?.(result)
    options.complete?.(result)
    return options.success ? undefined : Promise.resolve(result)
  }
}

/** Taro passes on what it finds among the keys of `wx`: an event nobody fires must still be there. */
function listeners(...events) {
  return Object.fromEntries(
    events.flatMap((event) => [`on${event}`, `off${event}`].map((name) => [name, () => {}])),
  )
}

function selectorQuery() {
  const query = { select: () => query, boundingClientRect: () => query, exec: (done) => done?.([]) }
  return query
}

/** A fake wx.request over `answer(method, path)`, which gives `{status, body}`, or null for no network. */
export function fakeRequest(answer) {
  const calls = []
  const request = ({ url, method = 'GET', data, header, success, fail, complete }) => {
    const { status, body } = answer(method, url, data) ?? {}
    calls.push({ method, url, data, header })
    setTimeout(() => {
      const result = status
        ? {
            statusCode: status,
            data: typeof body === 'string' ? body : JSON.stringify(body),
            header: {},
            errMsg: 'request:ok',
          }
        : { errMsg: 'request:fail' }
      if (status) success?.(result)
      else fail?.(result)
      complete?.(result)
    }, 0)
    return { abort() {} }
  }
  return { request, calls }
}
