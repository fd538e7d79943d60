import { routes } from '../config/routes'

const pages: string[] = Object.values(routes).map((route) => route.page)
/** Each a package of its own, fetched when it is first opened. */
const PACKAGES = ['library', 'staff'] as const
const NOT_FOUND = 'pages/not-found'

const sharedByBoth = {
  pages: pages.filter((page) => page.startsWith('pages/') && !page.startsWith(NOT_FOUND)),
  subPackages: [
    ...PACKAGES.map((root) => ({
      root,
      pages: pages.filter((page) => page.startsWith(`${root}/`)).map((page) => page.slice(root.length + 1)),
    })),
    // Its address is a wildcard in the browser, so it must come after every other page.
    { root: NOT_FOUND, pages: ['index'] },
  ],
  window: {
    navigationBarTitleText: '码上',
    navigationBarBackgroundColor: '@bar',
    navigationBarTextStyle: '@barText' as 'black',
    backgroundColor: '@paper',
    backgroundTextStyle: '@pull' as 'dark',
  },
}

const ofMiniProgram = {
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  // The library is there before the first case is pressed.
  preloadRule: { 'pages/home/index': { network: 'wifi' as const, packages: ['library'] } },
  requiredPrivateInfos: ['getLocation', 'chooseLocation'] as 'getLocation'[],
  permission: { 'scope.userLocation': { desc: '用于查找离您最近的联络站和问题的位置' } },
}

// Page transitions slide the whole screen in; a calm page that is there at once suits H5 better.
const ofBrowser = { animation: false }

export default defineAppConfig({
  ...sharedByBoth,
  ...(process.env.TARO_ENV === 'h5' ? ofBrowser : ofMiniProgram),
})
