import { create } from 'zustand'
import type { LatLng } from '@shared/domain/geo.ts'
import { newIdempotencyKey } from './idempotency-key'
import { readJson, writeJson } from './kept-json'
import { forgetPhotos } from './photos'

/** The station a draft goes to: enough to show it without a network. */
export interface DraftStation {
  code: string
  number: string
  name: string
  place: LatLng
}

/** What a resident has written so far. Photos are keys of state/photos. */
export interface Draft {
  /** made once per draft: whatever happens on the way, the report is filed once */
  key: string
  /** the account of the deputy whose snapshot it is; null for a resident's report */
  deputy: string | null
  station: DraftStation | null
  categoryCode: string
  answers: Record<string, string | boolean>
  text: string
  place: { position: LatLng | null; address: string }
  /** says so instead of leaving the place out by mistake */
  placeless: boolean
  photos: string[]
  contactWay: '' | 'anonymous' | 'contact'
  contact: { name: string; phone: string }
  consentPublic: boolean
  caseSlug: string | null
  /** the answers have been checked once: changing one leads straight back to them */
  checked: boolean
  savedAt: number
}

interface DraftStore {
  draft: Draft
  /** what the server refused: request field → message; gone as soon as its step is sent again */
  refused: Record<string, string>
  change(part: Partial<Draft>): void
  refuse(fields: Record<string, string>): void
  /** an empty draft; the photos of the old one are forgotten unless they go on in the outbox */
  startOver(options?: { station?: DraftStation | null; keepPhotos?: boolean }): void
  /** back from the outbox, to be mended */
  resume(draft: Draft, refused: Record<string, string>): void
}

const KEY = 'mashang.draft'

export function emptyDraft(station: DraftStation | null = null): Draft {
  return {
    key: newIdempotencyKey(),
    deputy: null,
    station,
    categoryCode: '',
    answers: {},
    text: '',
    place: { position: null, address: '' },
    placeless: false,
    photos: [],
    contactWay: '',
    contact: { name: '', phone: '' },
    consentPublic: false,
    caseSlug: null,
    checked: false,
    savedAt: 0,
  }
}

/** Something was written that would be missed. */
export function hasContent(draft: Draft): boolean {
  const { text, photos, place, categoryCode } = draft
  return Boolean(text.trim() || photos.length > 0 || place.position || place.address.trim() || categoryCode)
}

export const useDraft = create<DraftStore>((set, get) => ({
  draft: remembered(),
  refused: {},
  change: (part) => set(({ draft }) => ({ draft: { ...draft, ...part, savedAt: Date.now() } })),
  refuse: (refused) => set({ refused }),
  startOver: ({ station = null, keepPhotos = false } = {}) => {
    if (!keepPhotos) forgetPhotos(get().draft.photos)
    set({ draft: emptyDraft(station), refused: {} })
  },
  resume: (draft, refused) => set({ draft, refused }),
}))

// Every keystroke: the storage is synchronous and a draft is small.
useDraft.subscribe(({ draft }, before) => {
  if (draft !== before.draft)
    writeJson(KEY, hasContent(draft) || draft.station || draft.caseSlug ? draft : null)
})

function remembered(): Draft {
  const kept = readJson(KEY) as Partial<Draft> | null
  const draft = { ...emptyDraft(), ...kept }
  return typeof draft.text === 'string' && Array.isArray(draft.photos) && draft.place ? draft : emptyDraft()
}
