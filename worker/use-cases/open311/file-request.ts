import type * as z from 'zod/mini'
import type { geoFiled, GeoPost } from '../../../shared/contract/open311.ts'
import type { SubmitAnswer } from '../../../shared/contract/report.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import { formatCode, parseCode } from '../../../shared/domain/receipt.ts'
import { cityDate } from '../../../shared/domain/working-days.ts'
import type { Context } from '../../context.ts'
import { filled, open311Words } from '../../locale/open311-words.ts'
import type { Query } from '../../repository/query.ts'
import type { StoredQuestion } from '../../repository/report-columns.ts'
import {
  placeByAddress,
  placeByPosition,
  placeByStationCode,
  placeByStationNumber,
  type ReportPlace,
} from '../../repository/report-places.ts'
import type { Door } from '../report/door.ts'
import type { Submission } from '../report/draft.ts'
import { submitReport } from '../report/submit.ts'

/** What came in a form: its fields, and the answers to the questions of its service. */
export interface GeoForm {
  fields: GeoPost
  attributes: Record<string, string[]>
  /** What tells this request from another one with the same key: all it says, but for who says it. */
  fingerprint: string
}

/** Shorter words than any report has are kept, and say what they are about. */
const SHORTEST = 5

function nameOf({ first_name: first = '', last_name: last = '' }: GeoPost): string {
  // Chinese names are written without a space, the family's first.
  const isHan = /^\p{Script=Han}*$/u.test(first + last)
  return isHan ? `${last}${first}` : `${first} ${last}`.trim()
}

function contactOf(fields: GeoPost): Submission['contact'] {
  const name = nameOf(fields)
  if (!name && !fields.phone) return null
  return { ...(name && { name }), ...(fields.phone && { phone: fields.phone }) }
}

function placeOf({ lat, long, address_string: address }: GeoPost): Submission['place'] {
  if (lat === undefined || long === undefined) return null
  return { lat, lng: long, ...(address && { address }) }
}

function requirePlace({ lat, long, address_string: address, address_id: id }: GeoPost): void {
  const isHalf = (lat === undefined) !== (long === undefined)
  if (!isHalf && (lat !== undefined || address || id)) return
  const field = long === undefined ? 'long' : 'lat'
  throw new AppError('VALIDATION_FAILED', {
    fields: isHalf ? { [field]: { problem: 'required' } } : { place: { problem: 'place_required' } },
  })
}

function submissionOf(fields: GeoPost, attributes: GeoForm['attributes']): Submission {
  const { description = '', address_string: address } = fields
  return {
    channel: 'opinion',
    categoryCode: fields.service_code,
    text: description,
    place: placeOf(fields),
    ...(address && { address }),
    photoIds: [],
    // As they came: what is a yes and what a word only the category knows.
    answers: Object.fromEntries(Object.entries(attributes).map(([code, values]) => [code, values.join(',')])),
    contact: contactOf(fields),
    consentPublic: fields.consent_public ?? false,
  }
}

const YES_AND_NO: Readonly<Record<string, boolean>> = { true: true, '1': true, false: false, '0': false }

function answersFor(questions: readonly StoredQuestion[], answers: Submission['answers']) {
  return Object.fromEntries(
    Object.entries(answers).map(([code, answer]) => {
      const isYesNo = questions.some((question) => question.code === code && question.type === 'yesno')
      return [code, isYesNo ? (YES_AND_NO[String(answer)] ?? answer) : answer]
    }),
  )
}

/** The words of a report: what was described, what it is about where that is not said, and where a picture is. */
function textOf(ctx: Context, { description = '', media_url: url }: GeoPost, service: string): string {
  const words = open311Words(ctx.locale)
  const described =
    description === ''
      ? filled(words.noWords, { name: service })
      : description.length < SHORTEST
        ? filled(words.service, { group: service, name: description })
        : description
  return url ? `${described}\n${filled(words.picture, { url })}` : described
}

function stationOf(ctx: Context, fields: GeoPost): Query<ReportPlace | null> {
  const { lat, long, address_id: id, address_string: address = '', service_code: service } = fields
  if (id && /^\d+$/.test(id)) return placeByStationNumber(ctx.db, id, service, ctx.locale)
  if (id) return placeByStationCode(ctx.db, parseCode(id) ?? '', service, ctx.locale)
  if (lat !== undefined && long !== undefined)
    return placeByPosition(ctx.db, { lat, lng: long }, service, ctx.locale)
  return placeByAddress(ctx.db, address, service, ctx.locale)
}

/** The door of the apps: no station's code, and consent as the key says where the request says nothing. */
function doorOf(ctx: Context, fields: GeoPost): Door {
  return {
    placeOf: () => stationOf(ctx, fields),
    admit(input, actor, category) {
      if (!category) return input
      const asks = 'asksConsent' in actor && actor.asksConsent === true
      return {
        ...input,
        text: textOf(ctx, fields, category.name),
        answers: answersFor(category.questions, input.answers),
        consentPublic: fields.consent_public ?? asks,
      }
    },
  }
}

function noticeOf(ctx: Context, { report, queryCode, emergency }: SubmitAnswer, origin: string): string {
  const words = open311Words(ctx.locale)
  const filed = filled(words.filed, {
    number: report.number,
    date: cityDate(Date.parse(report.promisedAt)),
    code: formatCode(queryCode),
    link: `${origin}/my-reports`,
  })
  return emergency ? `${filled(words.danger, { numbers: emergency.join(' / ') })}${filed}` : filed
}

/**
 * Files a report for an app. It belongs to the app's key, and is private until it is published.
 *
 * @param key the client's own key of this write
 * @throws AppError `API_KEY_INVALID`, `VALIDATION_FAILED`, `RATE_LIMITED`, and as `submitReport`
 */
export async function fileRequest(
  ctx: Context,
  { fields, attributes, fingerprint }: GeoForm,
  key: string,
  origin: string,
): Promise<z.infer<typeof geoFiled>> {
  if (!ctx.credentials.apiKeyHash) throw new AppError('API_KEY_INVALID')
  requirePlace(fields)
  const input = submissionOf(fields, attributes)
  const filed = await submitReport(ctx, input, { key, body: fingerprint }, doorOf(ctx, fields))
  const answer = JSON.parse(filed.answer) as SubmitAnswer
  return [
    {
      service_request_id: answer.report.number,
      service_notice: noticeOf(ctx, answer, origin),
      account_id: null,
    },
  ]
}
