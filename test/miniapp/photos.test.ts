import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError } from '@/api/api-error'
import { uploadPhoto } from '@/api/photos'
import type { PickedImage } from '@/platform/image'
import {
  forgetPhotos,
  keepPhotos,
  PhotosNotSent,
  restorePhotos,
  sendAgain,
  sentPhotoIds,
  usePhotos,
} from '@/state/photos'

vi.mock('@/api/photos', () => ({ uploadPhoto: vi.fn<typeof uploadPhoto>() }))
const upload = vi.mocked(uploadPhoto)

/** IndexedDB does not exist here; the files of the device are a map that survives what a test calls a restart. */
const files = vi.hoisted(() => new Map<string, unknown>())
vi.mock('@/platform/storage', async (original) => ({
  ...(await original<object>()),
  saveBlob: async (key: string, file: unknown) => void files.set(key, file),
  loadBlob: async (key: string) => files.get(key) ?? null,
  removeBlob: async (key: string) => void files.delete(key),
}))

let count = 0
const image = (): PickedImage => ({
  file: new Blob(['full']),
  thumb: new Blob(['thumb']),
  previewUrl: 'blob:picked',
  width: 4,
  height: 3,
})
const uploaded = () => ({ id: `photo-${(count += 1)}`, width: 4, height: 3 })
const offline = new ApiError({ status: 0, code: 'NETWORK', message: '没有网络' })

beforeEach(() => {
  URL.createObjectURL = () => 'blob:kept'
  URL.revokeObjectURL = () => undefined
  files.clear()
  localStorage.clear()
  usePhotos.setState({}, true)
  count = 0
  upload.mockReset().mockImplementation(async () => uploaded())
})
afterEach(() => vi.restoreAllMocks())

describe('photos on their way', () => {
  it('are sent as soon as they are picked, two at a time, and give their ids in order', async () => {
    let atOnce = 0
    let most = 0
    upload.mockImplementation(async () => {
      most = Math.max(most, (atOnce += 1))
      await new Promise((resolve) => setTimeout(resolve, 5))
      atOnce -= 1
      return uploaded()
    })
    const keys = await keepPhotos([image(), image(), image(), image()])
    expect(await sentPhotoIds([...keys].reverse())).toHaveLength(4)
    expect(most).toBe(2)
  })

  it('come back after a restart with their ids, without being sent again', async () => {
    const keys = await keepPhotos([image()])
    const ids = await sentPhotoIds(keys)
    usePhotos.setState({}, true)
    await restorePhotos(keys)
    expect(usePhotos.getState()[keys[0] ?? '']).toMatchObject({ status: 'sent', previewUrl: 'blob:kept' })
    expect(await sentPhotoIds(keys)).toEqual(ids)
    expect(upload).toHaveBeenCalledTimes(1)
  })

  it('say why they failed, and are tried again when the report is sent', async () => {
    upload.mockRejectedValueOnce(offline)
    const keys = await keepPhotos([image()])
    await vi.waitFor(() =>
      expect(usePhotos.getState()[keys[0] ?? '']).toMatchObject({ status: 'failed', message: '没有网络' }),
    )
    expect(await sentPhotoIds(keys)).toEqual(['photo-1'])
  })

  it('keep a report from going without them', async () => {
    upload.mockRejectedValue(offline)
    await expect(sentPhotoIds(await keepPhotos([image()]))).rejects.toBeInstanceOf(PhotosNotSent)
  })

  it('tell when the device has thrown the file away', async () => {
    await restorePhotos(['gone'])
    expect(usePhotos.getState().gone?.status).toBe('lost')
  })

  it('go up once more for another session', async () => {
    const keys = await keepPhotos([image()])
    await sentPhotoIds(keys)
    sendAgain(keys)
    expect(await sentPhotoIds(keys)).toEqual(['photo-2'])
  })

  it('leave nothing behind once forgotten', async () => {
    const keys = await keepPhotos([image()])
    await sentPhotoIds(keys)
    forgetPhotos(keys)
    await vi.waitFor(() => expect(files.size).toBe(0))
    expect(localStorage.length).toBe(0)
    expect(usePhotos.getState()).toEqual({})
  })
})
