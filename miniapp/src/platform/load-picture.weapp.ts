import Taro from '@tarojs/taro'
import type { LocalFile } from './local-file'
import { UnreadableImage } from './unreadable-image'

export async function loadPicture(url: string): Promise<LocalFile> {
  const answer = await Taro.downloadFile({ url }).catch(() => null)
  if (answer?.statusCode !== 200) throw new UnreadableImage()
  return answer.tempFilePath
}
