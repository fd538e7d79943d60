/** A pen on a canvas; both targets have the same. */
export type Pen = CanvasRenderingContext2D

export interface CanvasPicture {
  /** for <Picture src> */
  url: string
  /** puts it where the person finds it again: among the downloads, or in the album; false when that failed */
  save(name: string): Promise<boolean>
}

/** Draws a picture; `size` in pixels. */
export async function makePicture(
  { width, height }: { width: number; height: number },
  draw: (pen: Pen) => void,
): Promise<CanvasPicture> {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height })
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  draw(pen)
  const url = canvas.toDataURL('image/png')
  return {
    url,
    async save(name) {
      const link = document.createElement('a')
      link.href = url
      link.download = name
      link.click()
      return true
    },
  }
}
