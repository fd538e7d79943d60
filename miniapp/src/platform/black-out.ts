import type { BlackBox } from './black-box'
import { type PickedImage, shrink } from './image'
import type { LocalFile } from './local-file'

/**
 * A picture with black painted over the boxes, in its thumbnail too: what was there is not in the file any more.
 * @throws UnreadableImage when this device cannot open it
 */
export function blackOut(file: LocalFile, boxes: readonly BlackBox[]): Promise<PickedImage> {
  // A Blob: platform/local-file.ts
  return shrink(file as Blob, boxes)
}
