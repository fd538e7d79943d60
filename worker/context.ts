import type { Locale } from '../shared/domain/locale.ts'
import type { NoticeKind } from '../shared/domain/notice.ts'
import type { Action, State } from '../shared/domain/report-state.ts'
import type { Config } from './env.ts'
import type { Database } from './repository/query.ts'

/** Everything that is derived from the city's secret key. */
export interface Secrets {
  /** 64 hexadecimal digits. */
  sha256(value: string): Promise<string>
  /** The eight letters that open the report of that number. */
  queryCode(number: string): Promise<string>
  /** Signature of a photo link that ends at `expiresAt` (milliseconds). */
  photoSignature(id: string, expiresAt: number): Promise<string>
  /** Stands for whom or what is counted where it must not be readable: 32 hexadecimal digits. */
  countKey(subject: string): Promise<string>
  /** Signature of a challenge's text. */
  challengeSignature(text: string): Promise<string>
  /** Encrypts personal data so that it can be read only together with `boundTo` (the report's number). */
  seal(plain: string, boundTo: string): Promise<string>
  unseal(sealed: string, boundTo: string): Promise<string>
}

/** Private storage of photos: written once, changed never. */
export interface PhotoStore {
  put(key: string, bytes: Uint8Array, type: string): Promise<void>
  get(key: string): Promise<{ body: ReadableStream; type: string; etag: string } | null>
  /** Deletes up to 1,000 keys; those that do not exist are no error. */
  remove(keys: string[]): Promise<void>
  /** Up to 1,000 keys that come after `key` in byte order, for the sweep of bytes without a row. */
  listAfter(key: string, limit: number): Promise<{ key: string; uploadedAt: number }[]>
}

/** What goes out beside the inbox: which report, and what happened. Never a text, a contact or a place. */
export interface ChannelNotice {
  /** The notification's id: with the account it names this notice in every attempt. */
  id: number
  accountId: string
  kind: NoticeKind
  reportNumber: string
  action: Action
  to: State
  /** Milliseconds. */
  at: number
  /** One sentence a language: what language an account reads is not known here. */
  words: Record<Locale, string>
}

/** Something outside that carries notices to people: SMS, template messages. The inbox stays the record. */
export interface NoticeChannel {
  name: string
  /**
   * Hands a notice over. May be called again with one that has arrived already: the receiver must know it again.
   *
   * @throws ChannelFailure when it was not taken
   */
  deliver(notice: ChannelNotice): Promise<void>
}

/** Why a channel did not take a notice. The message is shown to the administrator and tells nothing of people. */
export class ChannelFailure extends Error {
  constructor(problem: 'timeout' | 'unreachable' | `http ${number}`) {
    super(problem)
    this.name = 'ChannelFailure'
  }
}

/** What the caller shows of themselves; who that is, the database says in the same call as the data. */
export interface Credentials {
  /** SHA-256 of the session token; null without one. */
  tokenHash: string | null
  /** The query code in `X-Query-Code`, normalised; null without one. */
  queryCode: string | null
  /** Stands for the address the caller comes from, another one every day; null where nobody tells the address. */
  addressKey: string | null
  /** The header `X-Proof` as it came; null without one. */
  proof: string | null
  /** What a person knows the caller's device by, `Chrome · Windows`; null when it does not tell. */
  device: string | null
}

/** What a use case works with. Tests replace the clock, the ids and the faults here and nowhere else. */
export interface Context {
  db: Database
  photos: PhotoStore
  secrets: Secrets
  config: Config
  credentials: Credentials
  locale: Locale
  now(): number
  /** A fresh id of 22 URL-safe letters (128 bits). */
  newId(): string
  random(bytes: number): Uint8Array
  /** Tells the queue that outbox rows wait. A lost message is mended by the sweep. */
  wakeOutbox(): void
}

/** What the delivery of notices works with. */
export interface ChannelContext extends Pick<Context, 'db' | 'now'> {
  channels: readonly NoticeChannel[]
}
