import Taro from '@tarojs/taro'

/** WeChat's standard size of text, px. */
const STANDARD = 16

export function fontScale(): number {
  const { fontSizeSetting } = Taro.getAppBaseInfo() as { fontSizeSetting?: number }
  return fontSizeSetting ? fontSizeSetting / STANDARD : 1
}
