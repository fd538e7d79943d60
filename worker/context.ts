import type { Locale } from '../shared/domain/locale.ts'
import type { MapTile } from '../shared/domain/map-tile.ts'
import type { Caller } from '../shared/domain/permissions.ts'
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
  /** Stands for a person whom somebody else knows by that id: 64 hexadecimal digits. */
  identityHash(id: string): Promise<string>
  /** The name of the key that encrypts now; what it sealed begins with it and a dot. */
  dataKeyId: string
  /** Stands for the digits of a telephone number: the key's name and 64 hexadecimal digits. */
  phoneHash(digits: string): Promise<string>
  /** The same under every key there is, to find what was stored under an older one. */
  phoneHashes(digits: string): Promise<string[]>
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

/** Small texts kept outside the database, written once and changed never. */
export interface RecordStore {
  /** Answers whether it was written: not where there is one already. */
  writeOnce(key: string, text: string): Promise<boolean>
  read(key: string): Promise<string | null>
  /** All keys that begin with `prefix`, in byte order. */
  list(prefix: string): Promise<string[]>
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

/** WeChat, asked who somebody is. */
export interface WechatLogin {
  /**
   * WeChat's id of the person who showed that login code in this mini program; null for a code it does not take.
   *
   * @throws AppError `UNAVAILABLE` when WeChat does not answer
   */
  openIdOf(code: string): Promise<string | null>
}

/** The city's provider of maps. */
export interface MapTiles {
  /** A piece as a picture; null where there is none, or none to be had now. */
  read(tile: MapTile): Promise<{ bytes: Uint8Array; type: string } | null>
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
  /** The network address itself, for the audit log's lines about staff and for nothing else. */
  address: string | null
  /** The header `X-Proof` as it came; null without one. */
  proof: string | null
  /** What a person knows the caller's device by, `Chrome · Windows`; null when it does not tell. */
  device: string | null
  /** SHA-256 of the API key the request carries; only at the doors that ask for one. */
  apiKeyHash?: string | null
}

/** What a use case works with. Tests replace the clock, the ids and the faults here and nowhere else. */
export interface Context {
  db: Database
  photos: PhotoStore
  records: RecordStore
  secrets: Secrets
  config: Config
  /** Null in a city without a map. */
  tiles: MapTiles | null
  /** Null in a city without a mini program. */
  wechat: WechatLogin | null
  credentials: Credentials
  /** Who may call the operation at hand: its row of the permission matrix. */
  callers: readonly Caller[]
  locale: Locale
  now(): number
  /** A fresh id of 22 URL-safe letters (128 bits). */
  newId(): string
  random(bytes: number): Uint8Array
  /** Tells the queue that outbox rows wait. A lost message is mended by the sweep. */
  wakeOutbox(): void
  /**
   * To a city's own system.
   *
   * @throws ChannelFailure when it was not taken
   */
  postSigned(post: SignedPost): Promise<void>
}

/** What the delivery of notices works with. */
export interface ChannelContext extends Pick<Context, 'db' | 'now'> {
  channels: readonly NoticeChannel[]
}

/** Something signed for an address outside. */
export interface SignedPost {
  url: string
  secret: string
  /** The same in every attempt. */
  id: string
  body: string
}

/** What the delivery to a city's own systems works with. */
export type WebhookContext = Pick<Context, 'db' | 'now' | 'newId' | 'secrets' | 'postSigned'>
