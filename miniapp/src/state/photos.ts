import { create } from 'zustand'
import { ApiError } from '@/api/api-error'
import { uploadPhoto } from '@/api/photos'
import { type PickedImage, previewOf, releasePreview } from '@/platform/image'
import type { LocalFile } from '@/platform/local-file'
import { onNetworkChange } from '@/platform/network'
import { loadBlob, readText, removeBlob, removeText, saveBlob, writeText } from '@/platform/storage'

/** A photo on its way: kept on this device until its report has taken it, sent as soon as it is picked. */
export interface KeptPhoto {
  key: string
  /** the server's id, once it is there */
  id: string | null
  /** lost: the device has thrown the file away; only removing it helps */
  status: 'waiting' | 'sending' | 'sent' | 'failed' | 'lost'
  /** 0..1 */
  progress: number
  /** why it failed, in the person's language */
  message: string | null
  previewUrl: string | null
}

/** Everything this device is sending, by key. Drafts keep keys only. */
export const usePhotos = create<Record<string, KeptPhoto>>(() => ({}))

const AT_ONCE = 2
const idKey = (key: string) => `mashang.photo.${key}`
const thumbKey = (key: string) => `${key}.thumb`
/** A device that refuses to store files still sends them, as long as the page lives. */
const unsaved = new Map<string, LocalFile>()
let sending = 0

function change(key: string, part: Partial<KeptPhoto>): void {
  const photo = usePhotos.getState()[key]
  if (photo) usePhotos.setState({ [key]: { ...photo, ...part } })
}

function newKey(): string {
  return `p${Date.now().toString(36)}${Math.random().toString(36).slice(2, 10)}`
}

async function keep(key: string, file: LocalFile): Promise<LocalFile> {
  try {
    await saveBlob(key, file)
    // A mini program has moved the file: what counts is where it lies now.
    return (await loadBlob(key)) ?? file
  } catch {
    unsaved.set(key, file)
    return file
  }
}

const load = (key: string) => Promise.resolve(unsaved.get(key) ?? loadBlob(key).catch(() => null))

/** Takes what the camera gave, begins to send it, and gives the keys to keep in a draft. */
export async function keepPhotos(images: readonly PickedImage[]): Promise<string[]> {
  const keys: string[] = []
  for (const { file, thumb, previewUrl } of images) {
    const key = newKey()
    const kept = await keep(key, file)
    if (thumb) await keep(thumbKey(key), thumb)
    releasePreview(previewUrl)
    const photo: KeptPhoto = {
      key,
      id: null,
      status: 'waiting',
      progress: 0,
      message: null,
      previewUrl: previewOf(kept),
    }
    usePhotos.setState({ [key]: photo })
    keys.push(key)
  }
  sendNext()
  return keys
}

/** After a restart: finds the files of a draft again and goes on sending. */
export async function restorePhotos(keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    if (usePhotos.getState()[key]) continue
    const id = readText(idKey(key))
    usePhotos.setState({
      [key]: { key, id, status: id ? 'sent' : 'waiting', progress: 0, message: null, previewUrl: null },
    })
    const file = await load(key)
    if (file) change(key, { previewUrl: previewOf(file) })
    else if (!id) change(key, { status: 'lost' })
  }
  sendNext()
}

export function retryPhoto(key: string): void {
  change(key, { status: 'waiting', message: null })
  sendNext()
}

/** The server knows the photos no longer (another session): they go up once more from the files kept here. */
export function sendAgain(keys: readonly string[]): void {
  for (const key of keys) {
    removeText(idKey(key))
    change(key, { id: null, status: 'waiting', progress: 0 })
  }
  sendNext()
}

/** Removed by the person, or taken by a report: nothing of them stays on the device. */
export function forgetPhotos(keys: readonly string[]): void {
  const left = { ...usePhotos.getState() }
  for (const key of keys) {
    const url = left[key]?.previewUrl
    if (url) releasePreview(url)
    delete left[key]
    unsaved.delete(key)
    unsaved.delete(thumbKey(key))
    removeText(idKey(key))
    removeBlob(key).catch(() => undefined)
    removeBlob(thumbKey(key)).catch(() => undefined)
  }
  usePhotos.setState(left, true)
}

function sendNext(): void {
  const waiting = Object.values(usePhotos.getState()).filter((photo) => photo.status === 'waiting')
  for (const { key } of waiting.slice(0, Math.max(0, AT_ONCE - sending))) void sendOne(key)
}

async function sendOne(key: string): Promise<void> {
  sending += 1
  change(key, { status: 'sending', progress: 0 })
  try {
    const file = await load(key)
    if (!file) return change(key, { status: 'lost' })
    const thumb = await load(thumbKey(key))
    const { id } = await uploadPhoto({ file, thumb, onProgress: (progress) => change(key, { progress }) })
    if (usePhotos.getState()[key]) writeText(idKey(key), id)
    change(key, { id, status: 'sent', progress: 1 })
  } catch (error) {
    change(key, { status: 'failed', message: error instanceof ApiError ? error.message : null })
  } finally {
    sending -= 1
    sendNext()
  }
}

// Back on the network: what failed for want of it goes on by itself.
onNetworkChange((online) => {
  if (!online) return
  for (const { key, status } of Object.values(usePhotos.getState()))
    if (status === 'failed') change(key, { status: 'waiting' })
  sendNext()
})

/** Some photo did not arrive; the person decides whether to try again or to leave it out. */
export class PhotosNotSent extends Error {}

const onTheirWay = (photos: readonly (KeptPhoto | undefined)[]) =>
  photos.some((photo) => photo?.status === 'waiting' || photo?.status === 'sending')

/**
 * The ids of the photos in order, as soon as all are there; what failed before is tried once more.
 * @throws PhotosNotSent when one cannot be sent
 */
export async function sentPhotoIds(keys: readonly string[]): Promise<string[]> {
  await restorePhotos(keys)
  for (const key of keys)
    if (usePhotos.getState()[key]?.status === 'failed') change(key, { status: 'waiting' })
  sendNext()
  const read = () => keys.map((key) => usePhotos.getState()[key])
  while (onTheirWay(read())) {
    await new Promise<void>((resolve) => {
      const stop = usePhotos.subscribe(() => {
        stop()
        resolve()
      })
    })
  }
  return read().map((photo) => {
    if (!photo?.id) throw new PhotosNotSent()
    return photo.id
  })
}
