import { ADMIN } from '../../domain/permissions.ts'
import { apiKey, apiKeyChange, apiKeyIssued, apiKeyList, apiKeyRequest } from '../api-key.ts'
import type { Operation } from '../operation.ts'
import { webhookDeliveryList, webhookDeliveryListQuery, webhookTried } from '../webhook-delivery.ts'
import { webhookAnswer, webhookChange, webhookList, webhookRequest } from '../webhook.ts'

/** What other systems come in by, and what goes out to them. */
export const OF_DOORS: readonly Operation[] = [
  {
    id: 'listApiKeys',
    method: 'GET',
    path: '/api/v1/admin/api-keys',
    summary: 'Keys that apps file reports with through Open311',
    permission: ADMIN,
    answers: { 200: apiKeyList },
    refusals: [],
  },
  {
    id: 'issueApiKey',
    method: 'POST',
    path: '/api/v1/admin/api-keys',
    summary: 'Issues a key; the answer shows it, once',
    permission: ADMIN,
    body: apiKeyRequest,
    answers: { 201: apiKeyIssued },
    refusals: ['VALIDATION_FAILED'],
  },
  {
    id: 'changeApiKey',
    method: 'PATCH',
    path: '/api/v1/admin/api-keys/:id',
    summary: 'Changes what a key may, or revokes it',
    permission: ADMIN,
    body: apiKeyChange,
    answers: { 200: apiKey },
    refusals: ['VALIDATION_FAILED'],
  },
  {
    id: 'listWebhooks',
    method: 'GET',
    path: '/api/v1/admin/webhooks',
    summary: 'Addresses of the city’s systems that are told of events',
    permission: ADMIN,
    answers: { 200: webhookList },
    refusals: [],
  },
  {
    id: 'addWebhook',
    method: 'POST',
    path: '/api/v1/admin/webhooks',
    summary: 'Adds an address; the answer shows the secret of its signatures, once',
    permission: ADMIN,
    body: webhookRequest,
    answers: { 201: webhookAnswer },
    refusals: ['VALIDATION_FAILED'],
  },
  {
    id: 'changeWebhook',
    method: 'PATCH',
    path: '/api/v1/admin/webhooks/:id',
    summary: 'Changes, pauses or resumes one, renews its secret, or sends its dead letters again',
    permission: ADMIN,
    body: webhookChange,
    answers: { 200: webhookAnswer },
    refusals: ['VALIDATION_FAILED'],
  },
  {
    id: 'tryWebhook',
    method: 'POST',
    path: '/api/v1/admin/webhooks/:id/test',
    summary: 'Sends something signed about no report now, and says how the address took it',
    permission: ADMIN,
    answers: { 200: webhookTried },
    refusals: [],
  },
  {
    id: 'listWebhookDeliveries',
    method: 'GET',
    path: '/api/v1/admin/webhooks/:id/deliveries',
    summary: 'What was sent to one, waits, or could not be delivered',
    permission: ADMIN,
    query: webhookDeliveryListQuery,
    answers: { 200: webhookDeliveryList },
    refusals: ['VALIDATION_FAILED'],
  },
]
