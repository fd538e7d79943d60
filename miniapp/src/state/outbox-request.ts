import type { SubmitRequest } from '@shared/contract/report.ts'
import type { Draft } from './draft'

/** What the server is sent for a draft. */
export function requestOf(draft: Draft, photoIds: string[]): SubmitRequest {
  return draft.deputy === null ? opinionOf(draft, photoIds) : snapshotOf(draft, photoIds)
}

function opinionOf(draft: Draft, photoIds: string[]): SubmitRequest {
  const { position, address } = draft.place
  const words = address.trim() || undefined
  const { name, phone } = draft.contact
  const wantsContact = draft.contactWay === 'contact' && Boolean(name.trim() || phone.trim())
  return {
    channel: 'opinion',
    stationCode: draft.station?.code,
    categoryCode: draft.categoryCode,
    text: draft.text,
    place: position && !draft.placeless ? { ...position, address: words } : null,
    address: draft.placeless ? undefined : words,
    photoIds,
    answers: draft.answers,
    contact: wantsContact ? { name: name.trim(), phone: phone.trim() } : null,
    consentPublic: draft.consentPublic,
    caseSlug: draft.caseSlug,
  }
}

/** A deputy is known by their account: nothing but what was seen, and where. */
function snapshotOf({ categoryCode, text, place, answers }: Draft, photoIds: string[]): SubmitRequest {
  const address = place.address.trim()
  return {
    channel: 'snapshot',
    categoryCode,
    text: text.trim(),
    place: place.position && { ...place.position, ...(address && { address }) },
    photoIds,
    answers,
  }
}
