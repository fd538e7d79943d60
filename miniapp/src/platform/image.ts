import type { BlackBox } from './black-box'
import type { LocalFile } from './local-file'
import { UnreadableImage } from './unreadable-image'

export interface PickedImage {
  /** ≤ 1600 px, JPEG, orientation baked in, no metadata */
  file: LocalFile
  /** ≤ 320 px; null where the platform makes none (the server then serves the full picture) */
  thumb: LocalFile | null
  /** for <Picture src>; give it back with `releasePreview` */
  previewUrl: string
  width: number
  height: number
}

export type ImageSource = 'camera' | 'album' | 'both'

const FULL = 1600
const THUMB = 320
const QUALITY = 0.82

/**
 * Lets the person take or choose photos. Call it from a tap. An empty list when they change their mind.
 * @throws UnreadableImage when a chosen file is no picture this device can open
 */
export async function pickImages(max: number, source: ImageSource = 'both'): Promise<PickedImage[]> {
  const chosen = await chooseFiles(max, source)
  const picked: PickedImage[] = []
  // One after another: each decoded photo takes some 50 MB.
  for (const file of chosen.slice(0, max)) picked.push(await shrink(file))
  return picked
}

export function previewOf(file: LocalFile): string {
  return typeof file === 'string' ? file : URL.createObjectURL(file)
}

export function releasePreview(url: string): void {
  URL.revokeObjectURL(url)
}

function chooseFiles(max: number, source: ImageSource): Promise<File[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = 'image/*'
  input.multiple = max > 1 && source !== 'camera'
  if (source === 'camera') input.capture = 'environment'
  input.hidden = true
  // Safari forgets an input that is not in the document.
  document.body.append(input)
  return new Promise<File[]>((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]))
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  }).finally(() => input.remove())
}

/**
 * Drawing on a canvas bakes the orientation in and leaves EXIF, with its place, behind.
 * @param boxes what is painted black
 */
export async function shrink(file: Blob, boxes: readonly BlackBox[] = []): Promise<PickedImage> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => {
    throw new UnreadableImage()
  })
  try {
    const full = await draw(bitmap, FULL, boxes)
    const thumb = await draw(bitmap, THUMB, boxes)
    return {
      file: full.blob,
      thumb: thumb.blob,
      previewUrl: previewOf(full.blob),
      width: full.width,
      height: full.height,
    }
  } finally {
    bitmap.close()
  }
}

async function draw(bitmap: ImageBitmap, limit: number, boxes: readonly BlackBox[]) {
  const scale = Math.min(1, limit / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const pen = canvas.getContext('2d')
  if (!pen) throw new UnreadableImage()
  // JPEG has no transparency: a screenshot's would turn black.
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  pen.fillStyle = '#000'
  for (const { left, top, width, height } of boxes) {
    pen.fillRect(left * canvas.width, top * canvas.height, width * canvas.width, height * canvas.height)
  }
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY))
  if (!blob) throw new UnreadableImage()
  return { blob, width: canvas.width, height: canvas.height }
}
