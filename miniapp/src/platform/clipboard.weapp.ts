import Taro from '@tarojs/taro'

export async function copyText(data: string): Promise<boolean> {
  return Taro.setClipboardData({ data }).then(
    () => true,
    () => false,
  )
}
