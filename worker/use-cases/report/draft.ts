import type * as z from 'zod/mini'
import type { submitRequest } from '../../../shared/contract/report.ts'
import type { Actor } from '../../../shared/domain/actor.ts'
import type { HeldReason } from '../../../shared/domain/limits.ts'
import { reportNumber } from '../../../shared/domain/receipt.ts'
import { beginReport, UNTOUCHED, type Beginning } from '../../../shared/domain/report-beginning.ts'
import type { TimeRules } from '../../../shared/domain/report-deadline.ts'
import { cityDate } from '../../../shared/domain/working-days.ts'
import type { Context } from '../../context.ts'
import type { ReportRecord } from '../../repository/report-columns.ts'
import type { NewEvent } from '../../repository/report-events.ts'
import type { Filer } from '../../repository/report-parties.ts'
import type { CategoryRecord, ReportPlace } from '../../repository/report-places.ts'
import { microDegrees } from '../../repository/map-cells.ts'
import type { NewReport } from '../../repository/reports.ts'
import { toBase64Url } from '../base64url.ts'
import { phoneHashOf } from './phone-hash.ts'
import { eventHash, filedHash, type Filed } from './chain.ts'

export type Submission = z.output<typeof submitRequest>

/** Who files what, where: everything a new report is made of. */
export interface Filing {
  actor: Actor
  input: Submission
  category: CategoryRecord
  place: ReportPlace
  /** The filing deputy of a snapshot. */
  filer: Filer | null
  /** Why a person should look at it first. */
  heldReason: HeldReason | null
}

/** A report that is ready to be written, with its first event and as it will read. */
export interface Draft {
  report: NewReport
  event: NewEvent
  record: ReportRecord
}

const SALT_BYTES = 16

function drawNumber(ctx: Context): string {
  const random = new DataView(ctx.random(4).buffer).getUint32(0) % 10_000_000
  return reportNumber(cityDate(ctx.now()), random)
}

/** Contact as it is stored: encrypted, readable only together with this report's number; null when none was left. */
async function sealContact(
  ctx: Context,
  contact: Submission['contact'],
  number: string,
): Promise<string | null> {
  if (!contact?.name && !contact?.phone) return null
  return ctx.secrets.seal(JSON.stringify(contact), number)
}

function whereOf({ place, address }: Submission): Pick<NewReport, 'place' | 'address'> {
  if (!place) return { place: null, address: address || null }
  return { place: { lat: place.lat, lng: place.lng }, address: place.address || address || null }
}

async function newReport(ctx: Context, filing: Filing): Promise<NewReport> {
  const { actor, input, category, place, filer } = filing
  const number = drawNumber(ctx)
  return {
    number,
    channel: input.channel,
    stationNumber: filer?.stationNumber ?? place.stationNumber,
    districtCode: place.districtCode,
    categoryCode: category.code,
    text: input.text,
    answers: input.answers,
    ...whereOf(input),
    contactSealed: await sealContact(ctx, input.contact, number),
    phoneHash: await phoneHashOf(ctx.secrets, input.contact),
    consentPublic: input.consentPublic,
    caseSlug: input.caseSlug ?? null,
    reporterId: actor.id,
    filerDeputyId: filer ? actor.deputyId : null,
    heldReason: filing.heldReason,
    createdAt: ctx.now(),
    filedSalt: toBase64Url(ctx.random(SALT_BYTES)),
  }
}

function filedOf({ place, answers, consentPublic, ...report }: NewReport): Filed {
  const { latE6, lngE6 } = microDegrees(place)
  return { ...report, answers: JSON.stringify(answers), latE6, lngE6, consentPublic: Number(consentPublic) }
}

async function firstEvent(
  ctx: Context,
  filing: Filing,
  report: NewReport,
  begin: Beginning,
): Promise<NewEvent> {
  const { actor, filer, place } = filing
  const routed = begin.to === 'assigned' ? { bodyName: place.bodyName } : {}
  const event: Omit<NewEvent, 'hash'> = {
    id: ctx.newId(),
    reportNumber: report.number,
    seq: 1,
    action: 'submit',
    from: null,
    to: begin.to,
    at: report.createdAt,
    actorId: actor.id,
    actorRole: actor.role,
    actorName: filer ? filer.name : '',
    actorPerson: null,
    text: null,
    textSalt: null,
    textHash: null,
    photoIds: filing.input.photoIds,
    internal: false,
    data: {
      ...begin.data,
      ...routed,
      asReporter: true,
      filed: await filedHash(ctx.secrets, filedOf(report)),
    },
    changes: begin.changes,
    prevHash: '',
  }
  return { ...event, hash: await eventHash(ctx.secrets, event) }
}

function recordOf(filing: Filing, report: NewReport, event: NewEvent): ReportRecord {
  const { category, place, filer } = filing
  return {
    id: 0,
    facts: {
      ...UNTOUCHED,
      number: report.number,
      channel: report.channel,
      stationNumber: report.stationNumber,
      districtCode: report.districtCode,
      categoryCode: report.categoryCode,
      evidenceRequired: category.evidenceRequired,
      consentPublic: report.consentPublic,
      reporterId: report.reporterId,
      filerDeputyId: report.filerDeputyId,
      coBodyCodes: [],
      ...event.changes,
      state: event.to,
      version: event.seq,
    },
    headHash: event.hash,
    text: report.text,
    answers: report.answers,
    questions: category.questions,
    place: report.place,
    address: report.address,
    caseSlug: report.caseSlug,
    heldReason: report.heldReason,
    createdAt: report.createdAt,
    updatedAt: report.createdAt,
    names: {
      category: category.name,
      district: place.districtName,
      station: filer?.stationName ?? place.stationName,
      body: event.to === 'assigned' ? place.bodyName : null,
      deputy: filer?.name ?? null,
    },
    coBodies: [],
    leadState: null,
    followers: [],
    joins: 0,
  }
}

/** Drafts a report under a fresh number; nothing is written yet. */
export async function draftReport(ctx: Context, filing: Filing, rules: TimeRules): Promise<Draft> {
  const { category, place, input } = filing
  const report = await newReport(ctx, filing)
  const begin = beginReport(
    {
      channel: input.channel,
      categoryCode: category.code,
      complexity: category.complexity,
      stationNumber: place.stationNumber,
      districtCode: place.districtCode,
      routedBodyCode: place.bodyCode,
    },
    rules,
  )
  const event = await firstEvent(ctx, filing, report, begin)
  return { report, event, record: recordOf(filing, report, event) }
}
