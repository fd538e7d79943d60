import { ANYBODY, API_KEY } from '../../domain/permissions.ts'
import {
  geoDiscovery,
  geoFiled,
  geoPost,
  geoReadQuery,
  geoRequestQuery,
  geoRequests,
  geoServiceDefinition,
  geoServices,
  geoUpdateQuery,
  geoUpdates,
} from '../open311.ts'
import type { Operation } from '../operation.ts'

const ROOT = '/open311/v2'

/**
 * GeoReport v2. Apart from the other operations, because it answers in a shape of its own, as XML or JSON, and knows
 * nobody but the holder of an API key. `:format` is `xml` or `json`.
 */
export const OF_OPEN311 = [
  {
    id: 'discoverOpen311',
    method: 'GET',
    path: `${ROOT}/discovery.:format`,
    summary: 'Where Open311 is spoken here, and how to get a key',
    permission: ANYBODY,
    answers: { 200: geoDiscovery },
    refusals: [],
  },
  {
    id: 'listOpen311Services',
    method: 'GET',
    path: `${ROOT}/services.:format`,
    summary: 'What can be reported',
    permission: ANYBODY,
    query: geoReadQuery,
    answers: { 200: geoServices },
    refusals: [],
  },
  {
    id: 'defineOpen311Service',
    method: 'GET',
    path: `${ROOT}/services/:service_code.:format`,
    summary: 'The questions of one service',
    permission: ANYBODY,
    query: geoReadQuery,
    answers: { 200: geoServiceDefinition },
    refusals: [],
  },
  {
    id: 'fileOpen311Request',
    method: 'POST',
    path: `${ROOT}/requests.:format`,
    summary: 'Files a report; the questions of its service as `attribute[code]`',
    permission: API_KEY,
    form: geoPost,
    answers: { 200: geoFiled },
    refusals: ['API_KEY_INVALID', 'VALIDATION_FAILED', 'RATE_LIMITED'],
  },
  {
    id: 'listOpen311Requests',
    method: 'GET',
    path: `${ROOT}/requests.:format`,
    summary: 'Published reports of up to 90 days, and with an API key its own',
    permission: ANYBODY,
    query: geoRequestQuery,
    answers: { 200: geoRequests },
    refusals: ['API_KEY_INVALID', 'VALIDATION_FAILED'],
  },
  {
    id: 'getOpen311Request',
    method: 'GET',
    path: `${ROOT}/requests/:service_request_id.:format`,
    summary: 'One report',
    permission: ANYBODY,
    query: geoReadQuery,
    answers: { 200: geoRequests },
    refusals: ['API_KEY_INVALID'],
  },
  {
    id: 'getOpen311Token',
    method: 'GET',
    path: `${ROOT}/tokens/:token.:format`,
    summary: 'Nothing: reports have their number at once, so no token is ever given out',
    permission: ANYBODY,
    query: geoReadQuery,
    answers: {},
    refusals: [],
  },
  {
    id: 'listOpen311Updates',
    method: 'GET',
    path: `${ROOT}/servicerequestupdates.:format`,
    summary: 'What happened to published reports, and with an API key to its own: an extension',
    permission: ANYBODY,
    query: geoUpdateQuery,
    answers: { 200: geoUpdates },
    refusals: ['API_KEY_INVALID', 'VALIDATION_FAILED'],
  },
] as const satisfies readonly Operation[]
export type Open311Operation = (typeof OF_OPEN311)[number]['id']
