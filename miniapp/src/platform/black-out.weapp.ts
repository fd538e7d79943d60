import Taro from '@tarojs/taro'
import type { BlackBox } from './black-box'
import type { PickedImage } from './image'
import { shrink } from './image.weapp'
import type { LocalFile } from './local-file'
import { UnreadableImage } from './unreadable-image'

const QUALITY = 0.82

/** Canvas 2D outside the page (base library 2.16.1). */
export async function blackOut(file: LocalFile, boxes: readonly BlackBox[]): Promise<PickedImage> {
  const { file: src, width, height } = await shrink(file as string)
  try {
    const canvas = Taro.createOffscreenCanvas({ type: '2d', width, height })
    const pen = canvas.getContext('2d') as CanvasRenderingContext2D
    const image = canvas.createImage()
    await new Promise((resolve, reject) => {
      image.onload = resolve
      image.onerror = reject
      image.src = src as string
    })
    pen.drawImage(image as unknown as CanvasImageSource, 0, 0, width, height)
    pen.fillStyle = '#000'
    for (const box of boxes) {
      pen.fillRect(box.left * width, box.top * height, box.width * width, box.height * height)
    }
    const { tempFilePath } = await Taro.canvasToTempFilePath({
      canvas: canvas as unknown as Taro.Canvas,
      fileType: 'jpg',
      quality: QUALITY,
    })
    return { file: tempFilePath, thumb: null, previewUrl: tempFilePath, width, height }
  } catch {
    throw new UnreadableImage()
  }
}
