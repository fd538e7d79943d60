import Taro from '@tarojs/taro'

/** Only WeChat on a computer has a window that wide; it does not change while a page is shown. */
export function useWide(): boolean {
  return Taro.getWindowInfo().windowWidth >= 1024
}
