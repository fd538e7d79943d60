import { create } from 'zustand'
import type { LatLng } from '@shared/domain/geo.ts'
import { type Draft, emptyDraft } from '@/state/draft'
import { newIdempotencyKey } from '@/state/idempotency-key'
import { readJson, writeJson } from '@/state/kept-json'
import { forgetPhotos } from '@/state/photos'

/** A snapshot that is being made. It stays on the device until it is in the outbox. */
export interface SnapshotDraft {
  /** made once per snapshot: whatever happens on the way, it is filed once */
  key: string
  /** keys of state/photos */
  photoKeys: string[]
  position: LatLng | null
  address: string
  text: string
  /** chosen by hand; '' leaves it to the words */
  categoryCode: string
  answers: Record<string, string | boolean>
}

const KEY = 'mashang.staff.snapshot'

function empty(): SnapshotDraft {
  return {
    key: newIdempotencyKey(),
    photoKeys: [],
    position: null,
    address: '',
    text: '',
    categoryCode: '',
    answers: {},
  }
}

export const useSnapshotDraft = create<SnapshotDraft>(() => ({
  ...empty(),
  ...(readJson(KEY) as Partial<SnapshotDraft> | null),
}))

useSnapshotDraft.subscribe((draft) => writeJson(KEY, draft))

export function changeSnapshot(part: Partial<SnapshotDraft>): void {
  useSnapshotDraft.setState(part)
}

export const isEmptySnapshot = ({ photoKeys, text }: SnapshotDraft) => photoKeys.length === 0 && text === ''

/** As the outbox sends it, in the name of that deputy. */
export function draftOfSnapshot(snapshot: SnapshotDraft, deputy: string, categoryCode: string): Draft {
  const { key, photoKeys, position, address, text, answers } = snapshot
  return {
    ...emptyDraft(),
    key,
    deputy,
    categoryCode,
    text,
    answers,
    place: { position, address },
    photos: photoKeys,
    savedAt: Date.now(),
  }
}

/** Back from the outbox, to be mended. */
export function resumeSnapshot({ key, photos, place, text, categoryCode, answers }: Draft): void {
  useSnapshotDraft.setState({ key, photoKeys: photos, ...place, text, categoryCode, answers })
}

/** The outbox has it, photos and all: the next one begins. */
export function nextSnapshot(): void {
  useSnapshotDraft.setState(empty(), true)
}

/** Thrown away: nothing of it stays here. */
export function forgetSnapshot(): void {
  forgetPhotos(useSnapshotDraft.getState().photoKeys)
  nextSnapshot()
}
