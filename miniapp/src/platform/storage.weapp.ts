import Taro from '@tarojs/taro'
import type { LocalFile } from './local-file'

export function readText(key: string): string | null {
  return (Taro.getStorageSync(key) as string) || null
}

export function writeText(key: string, text: string): void {
  Taro.setStorageSync(key, text)
}

export function removeText(key: string): void {
  Taro.removeStorageSync(key)
}

const pathKey = (key: string) => `file:${key}`

/** A picked photo is temporary until it is moved among the saved files (10 MB in all). */
export async function saveBlob(key: string, file: LocalFile): Promise<void> {
  const saved = (await Taro.saveFile({ tempFilePath: file as string })) as Taro.saveFile.SuccessCallbackResult
  await removeBlob(key)
  writeText(pathKey(key), saved.savedFilePath)
}

export async function loadBlob(key: string): Promise<LocalFile | null> {
  return readText(pathKey(key))
}

export async function removeBlob(key: string): Promise<void> {
  const filePath = readText(pathKey(key))
  if (!filePath) return
  removeText(pathKey(key))
  // The file may be gone already (WeChat clears storage): that is what was wanted.
  await Taro.removeSavedFile({ filePath }).catch(() => undefined)
}
