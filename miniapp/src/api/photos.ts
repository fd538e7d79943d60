import type { PhotoUploaded } from '@shared/contract/photo.ts'
import type { LocalFile } from '@/platform/local-file'
import { upload } from '@/platform/upload'
import { apiBase, apiHeaders, readAnswer, rethrow } from './client'
import { withProof } from './proof'
import { withDeviceSession } from './session'

export interface PhotoUpload {
  file: LocalFile
  thumb?: LocalFile | null
  /** id of the photo of which this is a redacted copy */
  redacts?: string
  /** 0..1 */
  onProgress?: (part: number) => void
  signal?: AbortSignal
}

/** Sends one photo; it belongs to this device until a report takes it. @throws ApiError */
export async function uploadPhoto({ redacts, ...photo }: PhotoUpload): Promise<PhotoUploaded> {
  const send = async (proof?: string) => {
    const url = `${apiBase}/api/v1/photos${redacts ? `?redacts=${encodeURIComponent(redacts)}` : ''}`
    const call = { url, headers: apiHeaders({ proof }), ...photo }
    return readAnswer<PhotoUploaded>(await upload(call).catch(rethrow))
  }
  return withDeviceSession(() => withProof(send, photo.signal))
}

/** A link that came with a report, for <Picture src>: a mini program needs the host before it. */
export function addressOf(link: string): string {
  return apiBase + link
}
