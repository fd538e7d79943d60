import Taro from '@tarojs/taro'
import type { CanvasPicture, Pen } from './canvas-picture'

export async function makePicture(
  { width, height }: { width: number; height: number },
  draw: (pen: Pen) => void,
): Promise<CanvasPicture> {
  const canvas = Taro.createOffscreenCanvas({ type: '2d', width, height })
  draw(canvas.getContext('2d') as Pen)
  const { tempFilePath } = await Taro.canvasToTempFilePath({
    canvas: canvas as unknown as Taro.Canvas,
    fileType: 'png',
  })
  return {
    url: tempFilePath,
    save: () =>
      Taro.saveImageToPhotosAlbum({ filePath: tempFilePath }).then(
        () => true,
        () => false,
      ),
  }
}
