import Taro from '@tarojs/taro'

export function deviceLanguage(): string {
  // WeChat writes 'zh_TW'
  return (Taro.getAppBaseInfo().language ?? 'zh-Hans').replace('_', '-')
}

/** A mini program's pages have no document language. */
export function setDocumentLanguage(_tag: string): void {}
