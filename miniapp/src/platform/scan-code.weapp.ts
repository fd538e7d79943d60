import Taro from '@tarojs/taro'

export const hasScanner = true

export async function scanCode(): Promise<string | null> {
  return Taro.scanCode({ scanType: ['qrCode', 'wxCode' as 'qrCode'] }).then(
    // A mini program code has no text of its own, but the path it leads to.
    ({ result, path }) => result || path || null,
    () => null,
  )
}
