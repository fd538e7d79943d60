import type { Failure } from '../../shared/contract/failure.ts'
import type {
  ReportAnswer,
  ReportList,
  ReportListQuery,
  SubmitAnswer,
  SubmitRequest,
} from '../../shared/contract/report.ts'
import type { CaseList } from '../../shared/contract/reform-case.ts'
import type { ActionRequest } from '../../shared/contract/report-action.ts'
import type { SessionAnswer } from '../../shared/contract/session.ts'

// A client of the API in one file: no library, the types straight from the schemas that check every request. Copy it,
// and shared/ with it, or generate your own from /api/openapi.json.

/** A refusal with its code from the closed list, and what to mend where. */
export class Refusal extends Error {
  readonly status: number
  readonly failure: Failure
  constructor(status: number, failure: Failure) {
    super(`${failure.error.code}: ${failure.error.message}`)
    this.status = status
    this.failure = failure
  }
}

/** Who asks: staff by the token of their session, a reporter by the query code of one report. */
export interface Who {
  token?: string
  queryCode?: string
}

interface Call extends Who {
  method?: 'GET' | 'POST'
  query?: Readonly<Record<string, string | number | boolean | undefined>>
  body?: unknown
  /** The same on every try of the same write, so that nothing happens twice. */
  key?: string
}

type Send = (url: string, init: RequestInit) => Promise<Response>

/** @param base where the city is, `https://mashang.example.gov.cn` */
export function mashang(
  base: string,
  language: 'zh-Hans' | 'zh-Hant' | 'en' = 'zh-Hans',
  send: Send = fetch,
) {
  async function call<T>(
    path: string,
    { method = 'GET', query = {}, body, key, token, queryCode }: Call,
  ): Promise<T> {
    const given = Object.entries(query).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)] as [string, string]],
    )
    const search = given.length > 0 ? `?${new URLSearchParams(given).toString()}` : ''
    const answer = await send(`${base}/api/v1${path}${search}`, {
      method,
      headers: {
        'Accept-Language': language,
        ...(token && { Authorization: `Bearer ${token}` }),
        ...(queryCode && { 'X-Query-Code': queryCode }),
        ...(key && { 'Idempotency-Key': key }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Refusal(answer.status, (await answer.json()) as Failure)
    return (await answer.json()) as T
  }

  return {
    /** @throws Refusal `BAD_CREDENTIALS`, `TOTP_REQUIRED` */
    signIn: (username: string, password: string, totp?: string) =>
      call<SessionAnswer>('/session', { method: 'POST', body: { username, password, totp } }),

    cases: (q?: string) => call<CaseList>('/cases', { query: { q } }),

    /** One page; `nextCursor` is the `cursor` of the next one. */
    reports: (query: ReportListQuery, who: Who = {}) =>
      call<ReportList>('/reports', { query: { ...query } as Call['query'] & object, ...who }),

    /** @throws Refusal `NOT_FOUND` alike for what there is not and what the caller may not know of */
    report: (number: string, who: Who = {}) => call<ReportAnswer>(`/reports/${number}`, who),

    /** @throws Refusal `VALIDATION_FAILED`, `RATE_LIMITED`; `PROOF_REQUIRED` with what to compute first */
    submit: (body: SubmitRequest, key: string, who: Who = {}) =>
      call<SubmitAnswer>('/reports', { method: 'POST', body, key, ...who }),

    /** @throws Refusal `STALE_VERSION` when somebody was first; `NOT_ALLOWED`, `ILLEGAL_TRANSITION` */
    act: (number: string, body: ActionRequest, key: string, who: Who) =>
      call<ReportAnswer>(`/reports/${number}/actions`, { method: 'POST', body, key, ...who }),
  }
}
