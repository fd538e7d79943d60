import { existsSync } from 'node:fs'
import path from 'node:path'
import { routes } from '../config/routes'

// A screen of the route table is registered as soon as its file exists.
const exists = (page: string) => existsSync(path.join(process.cwd(), 'src', `${page}.tsx`))
const pages = Object.values(routes)
  .map((route) => route.page as string)
  .filter(exists)
const inStaff = pages.filter((page) => page.startsWith('staff/')).map((page) => page.replace('staff/', ''))
const notFound = 'pages/not-found'

const sharedByBoth = {
  pages: pages.filter((page) => !page.startsWith('staff/') && !page.startsWith(notFound)),
  subPackages: [
    ...(inStaff.length > 0 ? [{ root: 'staff', pages: inStaff }] : []),
    // Its address is a wildcard in the browser, so it must come after every other page.
    { root: notFound, pages: ['index'] },
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
