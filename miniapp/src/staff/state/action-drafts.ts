import { create } from 'zustand'
import { newIdempotencyKey } from '@/state/idempotency-key'
import { readJson, writeJson } from '@/state/kept-json'
import { useSession } from '@/state/session'
import type { ActionValues } from '../actions/action-values'

/** A request whose answer has not arrived: it may have been done already. */
interface Unanswered {
  key: string
  version: number
  /** the request's fields without version, as JSON */
  fields: string
}

interface ActionDraft {
  values: ActionValues
  unanswered: Unanswered | null
  /** milliseconds */
  savedAt: number
}

type Drafts = Record<string, ActionDraft>

const KEY = 'mashang.staff.drafts'
const KEPT_DAYS = 30
const DAY = 86_400_000
const EMPTY: ActionValues = {}

/** What staff have typed and not sent, by `<account>.<report>.<action>`. Survives a reload and a sign-out. */
export const useActionDrafts = create<Drafts>(remembered)

useActionDrafts.subscribe((drafts) => writeJson(KEY, drafts))

function remembered(): Drafts {
  const oldest = Date.now() - KEPT_DAYS * DAY
  const kept = Object.entries((readJson(KEY) ?? {}) as Drafts).filter(([, draft]) => draft?.savedAt > oldest)
  return Object.fromEntries(kept)
}

/** Colleagues at one computer do not read each other's drafts. */
export function draftId(number: string, action: string): string {
  return `${useSession.getState().account?.id ?? ''}.${number}.${action}`
}

export function draftValues(drafts: Drafts, id: string): ActionValues {
  return drafts[id]?.values ?? EMPTY
}

/** True when something was typed that has not been sent. */
export function hasDraft(drafts: Drafts, id: string): boolean {
  return Object.keys(draftValues(drafts, id)).length > 0
}

export function keepDraft(id: string, values: ActionValues): void {
  const unanswered = useActionDrafts.getState()[id]?.unanswered ?? null
  useActionDrafts.setState({ [id]: { values, unanswered, savedAt: Date.now() } })
}

export function forgetDraft(id: string): void {
  const { [id]: _gone, ...left } = useActionDrafts.getState()
  useActionDrafts.setState(left, true)
}

/**
 * The key and version to send these fields with. The same fields whose answer is still awaited go out as they
 * did before, so that they happen once; other fields are a new request.
 */
export function beginSending(id: string, fields: string, version: number): { key: string; version: number } {
  const draft = useActionDrafts.getState()[id]
  const before = draft?.unanswered
  if (before?.fields === fields) return before
  const unanswered: Unanswered = { key: newIdempotencyKey(), version, fields }
  useActionDrafts.setState({ [id]: { values: draft?.values ?? {}, unanswered, savedAt: Date.now() } })
  return unanswered
}

/** The server has answered, be it with a refusal: the next try is another request. */
export function endSending(id: string): void {
  const draft = useActionDrafts.getState()[id]
  if (draft) useActionDrafts.setState({ [id]: { ...draft, unanswered: null } })
}
