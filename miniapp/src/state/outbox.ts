import { create } from 'zustand'
import { ApiError } from '@/api/api-error'
import { submitReport } from '@/api/reports'
import { isOnline, onNetworkChange, onReturn } from '@/platform/network'
import { type Draft, emptyDraft } from './draft'
import { readJson, writeJson } from './kept-json'
import { requestOf } from './outbox-request'
import { deputyIsBack, onSignedIn, SignInFirst } from './outbox-sender'
import { forgetPhotos, PhotosNotSent, sendAgain, sentPhotoIds } from './photos'
import { receiptOf, useReceipts } from './receipts'
import { useSession } from './session'

/**
 * A finished report on its way.
 *
 * - `waiting`: no answer came; it goes out by itself when the network is back
 * - `sending`
 * - `stuck`: the server, or a photo, has trouble; it is tried again now and then, and at once when asked
 * - `signed-out`: a deputy's snapshot, and that deputy is not signed in (any more); it goes out as soon as they are
 * - `refused`: the server wants something changed; nothing was filed
 * - `sent`: filed; stays only until its receipt has been seen
 */
export interface OutboxEntry {
  key: string
  draft: Draft
  /** the request as first sent, byte for byte; null before the photos are up */
  body: string | null
  status: 'waiting' | 'sending' | 'stuck' | 'signed-out' | 'refused' | 'sent'
  message: string | null
  /** of shared/domain/errors.ts, with `stuck` and `refused` */
  code: string | null
  /** with `refused`: request field → message */
  fields: Record<string, string>
  /** with `sent` */
  number: string | null
  createdAt: number
}

interface OutboxStore {
  entries: OutboxEntry[]
}

const KEY = 'mashang.outbox'

export const useOutbox = create<OutboxStore>(() => ({ entries: remembered() }))

useOutbox.subscribe(({ entries }) => writeJson(KEY, entries.length > 0 ? { entries } : null))

function remembered(): OutboxEntry[] {
  const list = readJson(KEY)?.entries
  if (!Array.isArray(list)) return []
  const entries = (list as OutboxEntry[])
    .filter((entry) => entry?.key && entry.draft)
    // What an older version kept has not all of today's fields.
    .map((entry) => ({ ...entry, draft: { ...emptyDraft(), ...entry.draft } }))
  // What was under way when the app was closed may or may not have arrived: the same key tells.
  return entries.map((entry) => (entry.status === 'sending' ? { ...entry, status: 'waiting' } : entry))
}

const entryOf = (key: string) => useOutbox.getState().entries.find((entry) => entry.key === key)

function change(key: string, part: Partial<OutboxEntry>): void {
  useOutbox.setState(({ entries }) => ({
    entries: entries.map((entry) => (entry.key === key ? { ...entry, ...part } : entry)),
  }))
}

export function removeFromOutbox(key: string): void {
  useOutbox.setState(({ entries }) => ({ entries: entries.filter((entry) => entry.key !== key) }))
}

/** Puts a finished draft into the outbox and tries to send it. Resolves when that try is over. */
export async function sendDraft(draft: Draft): Promise<OutboxEntry> {
  const entry: OutboxEntry = {
    key: draft.key,
    draft,
    body: null,
    status: 'waiting',
    message: null,
    code: null,
    fields: {},
    number: null,
    createdAt: Date.now(),
  }
  useOutbox.setState(({ entries }) => ({
    entries: [...entries.filter(({ key }) => key !== draft.key), entry],
  }))
  return deliver(draft.key)
}

/** One try. The same report is never tried twice at the same time. */
export async function deliver(key: string): Promise<OutboxEntry> {
  const entry = entryOf(key)
  if (!entry) throw new RangeError(`nothing in the outbox under ${key}`)
  if (!isWaiting(entry)) return entry
  change(key, { status: 'sending', message: null, code: null })
  try {
    await file(entry)
  } catch (error) {
    change(key, outcomeOf(error, entry.draft))
  }
  return entryOf(key) ?? entry
}

async function file({ key, draft, body: kept }: OutboxEntry): Promise<void> {
  await deputyIsBack(draft)
  const body = kept ?? JSON.stringify(requestOf(draft, await sentPhotoIds(draft.photos)))
  change(key, { body })
  const answer = await submitReport(body, key).catch(async (error: unknown) => {
    // The session that sent the photos is gone, and with it the photos: they go up again, once.
    if (!(error instanceof ApiError) || error.code !== 'PHOTO_NOT_YOURS') throw error
    startDeviceSession()
    sendAgain(draft.photos)
    const again = JSON.stringify(requestOf(draft, await sentPhotoIds(draft.photos)))
    change(key, { body: again })
    return submitReport(again, key)
  })
  // A deputy follows it by their account; the receipts of this device are a resident's.
  if (draft.deputy === null) useReceipts.getState().keep(receiptOf(answer))
  change(key, { status: 'sent', number: answer.report.number })
  forgetPhotos(draft.photos)
}

/**
 * This device believes in a session that may be gone: all photos must go up under the same new one. Who has signed
 * in as a person stays signed in.
 */
function startDeviceSession(): void {
  const { account, end } = useSession.getState()
  if (!account) end()
}

const wantsSignIn = (error: unknown) =>
  error instanceof SignInFirst || (error instanceof ApiError && error.status === 401)

/** What a failed try means for the entry. */
function outcomeOf(error: unknown, { deputy }: Draft): Partial<OutboxEntry> {
  if (deputy !== null && wantsSignIn(error)) return { status: 'signed-out', message: null }
  if (error instanceof PhotosNotSent) return { status: isOnline() ? 'stuck' : 'waiting', message: null }
  if (!(error instanceof ApiError)) return { status: 'stuck', message: null }
  if (error.isNetwork) return { status: 'waiting', message: error.message }
  // A refusal has filed nothing: the body may change under the same key.
  if (error.status === 422 || error.status === 410 || error.status === 400) {
    return { status: 'refused', message: error.message, code: error.code, fields: error.fields, body: null }
  }
  return { status: 'stuck', message: error.message, code: error.code }
}

/**
 * The key is known under another session: the first try did arrive, and its answer was lost together with that
 * session. Trying again cannot help.
 */
export function wasFiledBefore({ code }: Pick<OutboxEntry, 'code'>): boolean {
  return code === 'IDEMPOTENCY_MISMATCH'
}

const isWaiting = ({ status }: OutboxEntry) =>
  status === 'waiting' || status === 'stuck' || status === 'signed-out'

/** It may be tried now, because somebody asked for it or the network is back. */
export const canBeTried = (entry: OutboxEntry) => isWaiting(entry) && !wasFiledBefore(entry)

/** Nothing of it has ever been sent, so it can be opened again. */
export function isEditable({ body, status }: OutboxEntry): boolean {
  return status === 'refused' || (body === null && status !== 'sending')
}

/** Tries everything that waits. */
export async function deliverAll(): Promise<void> {
  for (const entry of useOutbox.getState().entries) {
    if (canBeTried(entry)) await deliver(entry.key)
  }
}

const PAUSE = 60_000

/** From the start of the app on: sends what waits as soon as that has a chance. Returns how to stop. */
export function keepDelivering(): () => void {
  const tryNow = () => {
    if (isOnline() && useOutbox.getState().entries.length > 0) void deliverAll()
  }
  tryNow()
  const stops = [onNetworkChange((online) => online && tryNow()), onReturn(tryNow), onSignedIn(tryNow)]
  // A dead spot is not always noticed by the device: now and then we just try.
  const timer = setInterval(tryNow, PAUSE)
  return () => {
    for (const stop of stops) stop()
    clearInterval(timer)
  }
}
