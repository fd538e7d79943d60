import Taro from '@tarojs/taro'

export function setTitle(title: string, _appName: string): void {
  // Fails while the page is still being opened; its config already carries a title then.
  Promise.resolve(Taro.setNavigationBarTitle({ title })).catch(() => undefined)
}
