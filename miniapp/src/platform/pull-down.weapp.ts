import Taro, { usePullDownRefresh } from '@tarojs/taro'

export function usePullDown(refresh: () => Promise<unknown>): void {
  usePullDownRefresh(() => {
    refresh()
      .catch(() => undefined)
      .finally(() => Taro.stopPullDownRefresh())
  })
}
