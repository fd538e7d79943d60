import { routes } from '../config/routes'

const pages: string[] = Object.values(routes).map((route) => route.page)
const STAFF = 'staff'
const NOT_FOUND = 'pages/not-found'

const sharedByBoth = {
  pages: pages.filter((page) => !page.startsWith(`${STAFF}/`) && !page.startsWith(NOT_FOUND)),
  subPackages: [
    {
      root: STAFF,
      pages: pages.filter((page) => page.startsWith(`${STAFF}/`)).map((page) => page.slice(STAFF.length + 1)),
    },
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
  requiredPrivateInfos: ['getLocation', 'chooseLocation'] as 'getLocation'[],
  permission: { 'scope.userLocation': { desc: '用于查找离您最近的联络站和问题的位置' } },
}

// Page transitions slide the whole screen in; a calm page that is there at once suits H5 better.
const ofBrowser = { animation: false }

export default defineAppConfig({
  ...sharedByBoth,
  ...(process.env.TARO_ENV === 'h5' ? ofBrowser : ofMiniProgram),
})
