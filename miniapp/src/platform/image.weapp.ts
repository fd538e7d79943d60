import Taro from '@tarojs/taro'
import type { ImageSource, PickedImage } from './image'
import type { LocalFile } from './local-file'
import { UnreadableImage } from './unreadable-image'

const FULL = 1600
const QUALITY = 82

export async function pickImages(max: number, source: ImageSource = 'both'): Promise<PickedImage[]> {
  const sourceType: ('camera' | 'album')[] = source === 'both' ? ['camera', 'album'] : [source]
  const chosen = await Taro.chooseMedia({ count: Math.min(9, max), mediaType: ['image'], sourceType }).catch(
    (error: { errMsg?: string }) => {
      if (/cancel/.test(error.errMsg ?? '')) return null
      throw new UnreadableImage()
    },
  )
  const picked: PickedImage[] = []
  for (const { tempFilePath } of chosen?.tempFiles ?? []) picked.push(await shrink(tempFilePath))
  return picked
}

export function previewOf(file: LocalFile): string {
  return file as string
}

/** A path needs no release. */
export function releasePreview(_url: string): void {}

/** WeChat bakes the orientation in and drops EXIF when it compresses. */
export async function shrink(src: string): Promise<PickedImage> {
  try {
    const original = await Taro.getImageInfo({ src })
    const scale = Math.min(1, FULL / Math.max(original.width, original.height))
    const width = Math.round(original.width * scale)
    const height = Math.round(original.height * scale)
    const { tempFilePath } = await Taro.compressImage({
      src,
      quality: QUALITY,
      compressedWidth: width,
      compressedHeight: height,
    })
    return { file: tempFilePath, thumb: null, previewUrl: tempFilePath, width, height }
  } catch {
    throw new UnreadableImage()
  }
}
