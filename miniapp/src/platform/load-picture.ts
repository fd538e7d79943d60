import type { LocalFile } from './local-file'
import { UnreadableImage } from './unreadable-image'

/** Brings a picture of the server's onto this device. @throws UnreadableImage when it does not come */
export async function loadPicture(url: string): Promise<LocalFile> {
  const answer = await fetch(url, {}).catch(() => null)
  if (!answer?.ok) throw new UnreadableImage()
  return answer.blob()
}
