import Taro from '@tarojs/taro'

export async function loginCode(): Promise<string | null> {
  try {
    return (await Taro.login()).code || null
  } catch {
    return null
  }
}
