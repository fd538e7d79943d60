import type {
  TopicActionRequest,
  TopicAnswer,
  TopicList,
  TopicRequest,
  TopicSuggestionList,
} from '@shared/contract/topic.ts'
import type { TopicState } from '@shared/domain/topic-state.ts'
import { request } from '@/api/client'
import { asStaff } from './as-staff'

const PATH = '/api/v1/topics'
const pathOf = (id: string) => `${PATH}/${encodeURIComponent(id)}`

interface Page {
  cursor?: string
  limit?: number
}

/** A page of the common problems that I supervise or answer for, latest first. */
export function listTopics(
  query: Page & { state: TopicState | '' },
  signal?: AbortSignal,
): Promise<TopicList> {
  return asStaff(request({ path: PATH, query: { ...query }, signal }))
}

export function getTopic(id: string, signal?: AbortSignal): Promise<TopicAnswer> {
  return asStaff(request({ path: pathOf(id), signal }))
}

/** A page of what the sweep thinks is one problem, that with the newest report first. */
export function listSuggestions(query: Page, signal?: AbortSignal): Promise<TopicSuggestionList> {
  return asStaff(request({ path: `${PATH}/suggestions`, query: { ...query }, signal }))
}

/** Says that they are no common problem; they are shown again when more of them come. */
export function dismissSuggestion(id: string): Promise<void> {
  const path = `${PATH}/suggestions/${encodeURIComponent(id)}/dismiss`
  return asStaff(request({ method: 'POST', path, body: {} }))
}

export function openTopic(body: TopicRequest, idempotencyKey: string): Promise<TopicAnswer> {
  return asStaff(request({ method: 'POST', path: PATH, body, idempotencyKey }))
}

/** @throws ApiError 409 STALE_VERSION with `current`, 422 with `fields` */
export function actOnTopic(
  id: string,
  body: TopicActionRequest,
  idempotencyKey: string,
): Promise<TopicAnswer> {
  return asStaff(request({ method: 'POST', path: `${pathOf(id)}/actions`, body, idempotencyKey }))
}
