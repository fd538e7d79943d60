import type {
  ApiKey,
  ApiKeyChange,
  ApiKeyIssued,
  ApiKeyList,
  ApiKeyRequest,
} from '@shared/contract/api-key.ts'
import type { WebhookDeliveryList, WebhookTried } from '@shared/contract/webhook-delivery.ts'
import type { WebhookAnswer, WebhookChange, WebhookList, WebhookRequest } from '@shared/contract/webhook.ts'
import { request } from '@/api/client'
import { asStaff } from './as-staff'

const KEYS = '/api/v1/admin/api-keys'
const WEBHOOKS = '/api/v1/admin/webhooks'

export function listApiKeys(signal?: AbortSignal): Promise<ApiKeyList> {
  return asStaff(request({ path: KEYS, signal }))
}

/** @throws ApiError 422 with the fields that are wrong */
export function issueApiKey(body: ApiKeyRequest): Promise<ApiKeyIssued> {
  return asStaff(request({ method: 'POST', path: KEYS, body }))
}

/** @throws ApiError 422 with the fields that are wrong */
export function changeApiKey(id: string, body: ApiKeyChange): Promise<ApiKey> {
  return asStaff(request({ method: 'PATCH', path: `${KEYS}/${encodeURIComponent(id)}`, body }))
}

export function listWebhooks(signal?: AbortSignal): Promise<WebhookList> {
  return asStaff(request({ path: WEBHOOKS, signal }))
}

/** @throws ApiError 422 with the fields that are wrong */
export function addWebhook(body: WebhookRequest): Promise<WebhookAnswer> {
  return asStaff(request({ method: 'POST', path: WEBHOOKS, body }))
}

/** @throws ApiError 422 with the fields that are wrong */
export function changeWebhook(id: string, body: WebhookChange): Promise<WebhookAnswer> {
  return asStaff(request({ method: 'PATCH', path: `${WEBHOOKS}/${encodeURIComponent(id)}`, body }))
}

/** @param cursor where the page begins; empty for the first */
export function listDeliveries(
  id: string,
  cursor: string,
  signal?: AbortSignal,
): Promise<WebhookDeliveryList> {
  const path = `${WEBHOOKS}/${encodeURIComponent(id)}/deliveries`
  return asStaff(request({ path, query: { cursor }, signal }))
}

/** Sends a test now. */
export function tryWebhook(id: string): Promise<WebhookTried> {
  return asStaff(request({ method: 'POST', path: `${WEBHOOKS}/${encodeURIComponent(id)}/test` }))
}
