/** The longer side of what is searched for a code: enough for a poster across the street, little for a cheap phone. */
const LONGEST = 900

/** What can be looked at for a code. */
type Looked = HTMLVideoElement | ImageBitmap

function sizeOf(picture: Looked): { width: number; height: number } {
  if ('videoWidth' in picture) return { width: picture.videoWidth, height: picture.videoHeight }
  return { width: picture.width, height: picture.height }
}

/** The text of the QR code in a picture or in a camera's present frame; null when there is none. */
export async function readCode(picture: Looked): Promise<string | null> {
  const size = sizeOf(picture)
  const scale = Math.min(1, LONGEST / Math.max(size.width, size.height, 1))
  const width = Math.round(size.width * scale)
  const height = Math.round(size.height * scale)
  if (width < 1 || height < 1) return null
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height })
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen) return null
  pen.drawImage(picture, 0, 0, width, height)
  const { data } = pen.getImageData(0, 0, width, height)
  // 13 KB that only who scans needs.
  const { decodeQR } = await import('qr/decode.js')
  try {
    return decodeQR({ width, height, data })
  } catch {
    return null
  }
}

/** The same for a file. A file that is no picture has no code. */
export async function readCodeInFile(file: Blob): Promise<string | null> {
  const bitmap = await createImageBitmap(file).catch(() => null)
  if (!bitmap) return null
  return readCode(bitmap).finally(() => bitmap.close())
}
