import type { PhotoType } from '../../../shared/contract/photo.ts'
import { bytesOf, joinParts, refuseImage, type ImageParts } from './image-bytes.ts'
import { stripJpeg } from './strip-jpeg.ts'
import { PNG_SIGNATURE, stripPng } from './strip-png.ts'
import { stripWebp } from './strip-webp.ts'

/** A photo that tells nothing but what it shows. */
export interface CleanPhoto {
  type: PhotoType
  width: number
  height: number
  bytes: Uint8Array
}

const STRIP: Record<PhotoType, (bytes: Uint8Array) => ImageParts> = {
  'image/jpeg': stripJpeg,
  'image/png': stripPng,
  'image/webp': stripWebp,
}

function startsWith(bytes: Uint8Array, start: Uint8Array, at = 0): boolean {
  return start.every((byte, index) => bytes[at + index] === byte)
}

/** What the first bytes say a file is, whatever it calls itself; null when it is none of ours. */
function photoTypeOf(bytes: Uint8Array): PhotoType | null {
  if (startsWith(bytes, Uint8Array.of(0xff, 0xd8, 0xff))) return 'image/jpeg'
  if (startsWith(bytes, PNG_SIGNATURE)) return 'image/png'
  return startsWith(bytes, bytesOf('RIFF')) && startsWith(bytes, bytesOf('WEBP'), 8) ? 'image/webp' : null
}

/**
 * Takes everything out of an image file that is not the picture: place and time of taking, camera, owner,
 * embedded smaller pictures, data hung on behind. Works on the structure alone, the picture is not decoded:
 * that would cost a second and a gigabyte for a large one.
 *
 * @param declared the type the sender gave; null when the sender gave none
 * @throws AppError `PHOTO_UNSUPPORTED` for what is not, or not only, a JPEG, PNG or still WebP, and for one that
 *   is not what the sender declared; `PHOTO_TOO_LARGE` for too many pixels
 */
export function stripMetadata(bytes: Uint8Array, declared: string | null): CleanPhoto {
  const type = photoTypeOf(bytes) ?? refuseImage()
  if (declared !== null && declared !== type) refuseImage()
  const { width, height, parts } = STRIP[type](bytes)
  return { type, width, height, bytes: joinParts(parts) }
}
