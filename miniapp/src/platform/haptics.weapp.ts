import Taro from '@tarojs/taro'

export function buzz(): void {
  Taro.vibrateShort({ type: 'light' }).catch(() => undefined)
}
