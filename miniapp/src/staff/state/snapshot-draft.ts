import { create } from 'zustand'
import type { LatLng } from '@/platform/geo'
import { newIdempotencyKey } from '@/state/idempotency-key'
import { readJson, writeJson } from '@/state/kept-json'
import { forgetPhotos } from '@/state/photos'

/** A snapshot that is being made. It stays on the device until the server has it. */
export interface SnapshotDraft {
  /** keys of state/photos */
  photoKeys: string[]
  position: LatLng | null
  address: string
  text: string
  /** chosen by hand; '' leaves it to the words */
  categoryCode: string
  answers: Record<string, string | boolean>
  /** sent, but no answer came: the same request goes out again under the same key */
  unanswered: { key: string; body: string } | null
}

const KEY = 'mashang.staff.snapshot'
const EMPTY: SnapshotDraft = {
  photoKeys: [],
  position: null,
  address: '',
  text: '',
  categoryCode: '',
  answers: {},
  unanswered: null,
}

export const useSnapshotDraft = create<SnapshotDraft>(() => ({
  ...EMPTY,
  ...(readJson(KEY) as Partial<SnapshotDraft> | null),
}))

useSnapshotDraft.subscribe((draft) => writeJson(KEY, draft))

export function changeSnapshot(part: Partial<SnapshotDraft>): void {
  useSnapshotDraft.setState(part)
}

/** The key to send this body with: the one before, as long as nobody knows whether that one arrived. */
export function beginSnapshot(body: string): string {
  const { unanswered } = useSnapshotDraft.getState()
  const key = unanswered?.body === body ? unanswered.key : newIdempotencyKey()
  useSnapshotDraft.setState({ unanswered: { key, body } })
  return key
}

/** The server has it: nothing of it stays here. */
export function forgetSnapshot(): void {
  forgetPhotos(useSnapshotDraft.getState().photoKeys)
  useSnapshotDraft.setState(EMPTY, true)
}
