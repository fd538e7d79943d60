import type { Photo, Report, ReportAnswer, TimelineEvent } from '../../../shared/contract/report.ts'
import type { Actor } from '../../../shared/domain/actor.ts'
import type { Locale } from '../../../shared/domain/locale.ts'
import { withoutPersonal } from '../../../shared/domain/personal-patterns.ts'
import { allowedActions } from '../../../shared/domain/report-lifecycle.ts'
import { viewOf, type View } from '../../../shared/domain/report-relations.ts'
import { demandsEvidence, type HolderType } from '../../../shared/domain/report-state.ts'
import type { Context } from '../../context.ts'
import { wordsIn } from '../../locale/words.ts'
import type { ReportRecord, StoredQuestion } from '../../repository/report-columns.ts'
import type { EventRecord, ReportPhoto } from '../../repository/report-events.ts'
import { actorFor, eventDataFor, reportFor } from './fields-shown.ts'
import { publicPlace } from './public-place.ts'
import { presentPhoto, shownPhotos } from './present-photos.ts'
import { iso, isoOrNull, presentPromises, presentSteps } from './present-time.ts'

/** A report with everything that belongs to it, as loaded or as it will be after an event. */
export interface WholeReport {
  record: ReportRecord
  events: EventRecord[]
  photos: ReportPhoto[]
}

/** '越秀区人大督办': Chinese writes the two words as one. The whole city's supervisor has no district. */
function supervisorsName(locale: Locale, district: string): string {
  const { supervisor } = wordsIn(locale).actors
  return locale === 'en' ? `${district} ${supervisor}`.trim() : `${district}${supervisor}`
}

/** The name of whoever has the report, in the reader's language. */
export function holderName(
  locale: Locale,
  type: HolderType,
  names: { district: string; station: string | null; body: string | null; deputy: string | null },
): string {
  const { actors } = wordsIn(locale)
  switch (type) {
    case 'station':
      return names.station ?? ''
    case 'body':
      return names.body ?? ''
    case 'deputy':
      return `${actors.deputy} ${names.deputy ?? ''}`.trim()
    case 'desk':
    case 'supervisor':
      return supervisorsName(locale, names.district)
    case 'reporter':
      return actors.reporter
  }
}

function label(locale: Locale, item: { label: string; labelHant: string; labelEn: string }): string {
  return { 'zh-hans': item.label, 'zh-hant': item.labelHant, en: item.labelEn }[locale]
}

function presentAnswers(locale: Locale, questions: StoredQuestion[], answers: ReportRecord['answers']) {
  return questions.flatMap((question) => {
    const answer = answers[question.code]
    if (answer === undefined) return []
    const option = question.options?.find((candidate) => candidate.code === answer)
    const words = option ? label(locale, option) : String(answer)
    return [{ code: question.code, label: label(locale, question), answer: words }]
  })
}

function placeFor(view: View, record: ReportRecord): Report['place'] {
  if (!record.place) return null
  if (view !== 'public') return { ...record.place, ...(record.address && { address: record.address }) }
  return publicPlace(record.place)
}

/** The words, and where it is; in public, what was published of them. */
function presentWords(
  ctx: Context,
  record: ReportRecord,
  view: View,
): Pick<Report, 'text' | 'place' | 'address' | 'answers'> {
  const { facts, text, address, questions, answers } = record
  return {
    text: view === 'public' ? (facts.publicText ?? withoutPersonal(text)) : text,
    place: placeFor(view, record),
    address,
    answers: presentAnswers(ctx.locale, questions, answers),
  }
}

/** Who has to do with the report. */
function presentParties(
  ctx: Context,
  { facts, names, coBodies }: ReportRecord,
): Pick<Report, 'station' | 'district' | 'holder' | 'body' | 'coBodies'> {
  const { holderType, holderCode, stationNumber, bodyCode } = facts
  return {
    station: stationNumber === null ? null : { number: stationNumber, name: names.station ?? '' },
    district: { code: facts.districtCode, name: names.district },
    holder: holderType && {
      type: holderType,
      code: holderCode,
      name: holderName(ctx.locale, holderType, names),
    },
    body: bodyCode === null ? null : { code: bodyCode, name: names.body ?? '' },
    coBodies,
  }
}

/** Who follows whom. */
function presentMerging({ facts, leadState, followers }: ReportRecord): Pick<Report, 'lead' | 'followers'> {
  const { leadNumber } = facts
  return { lead: leadNumber && leadState ? { number: leadNumber, state: leadState } : null, followers }
}

function presentRating(facts: ReportRecord['facts']): Report['rating'] {
  const { ratedAnswered: answered, ratedSolved: solved, ratedSatisfied: satisfied } = facts
  return answered === null || solved === null || satisfied === null ? null : { answered, solved, satisfied }
}

/** A mark for whoever looks at the report first; gone when somebody has. */
function presentHold({ facts, heldReason }: ReportRecord): Pick<Report, 'heldReason'> {
  return heldReason && facts.state === 'submitted' ? { heldReason } : {}
}

async function presentReport(ctx: Context, whole: WholeReport, view: View): Promise<Report> {
  const { record } = whole
  const { facts } = record
  const photos = shownPhotos(view, whole.photos, 1)
  return reportFor(view, {
    number: facts.number,
    channel: facts.channel,
    state: facts.state,
    round: facts.round,
    version: facts.version,
    category: { code: facts.categoryCode, name: record.names.category },
    ...presentWords(ctx, record, view),
    photos: await Promise.all(photos.map((photo) => presentPhoto(ctx, view, photo))),
    ...presentParties(ctx, record),
    complexity: facts.complexity,
    dueAt: isoOrNull(facts.dueAt),
    promisedAt: iso(facts.promisedAt),
    promisedProvisional: facts.promisedProvisional,
    promises: presentPromises(whole.events),
    steps: presentSteps(whole.events),
    overdueLevel: facts.overdueLevel,
    ...presentMerging(record),
    bounces: facts.bounces,
    joins: record.joins,
    supervision: facts.supervision,
    order: facts.orderDueAt === null ? null : { text: facts.orderText, dueAt: iso(facts.orderDueAt) },
    extension: facts.extension,
    rating: presentRating(facts),
    evidenceRequired: demandsEvidence(facts),
    consentPublic: facts.consentPublic,
    public: facts.isPublic,
    caseSlug: record.caseSlug,
    anonymised: facts.anonymisedAt !== null,
    ...presentHold(record),
    createdAt: iso(record.createdAt),
    updatedAt: iso(record.updatedAt),
  })
}

/** The name of whoever did it, in the reader's language. */
export function actorName(
  locale: Locale,
  event: Pick<EventRecord, 'actorRole' | 'actorName' | 'data'>,
): string {
  const { actors } = wordsIn(locale)
  if (event.actorRole === 'clock') return actors.clock
  if (event.data.asReporter === true && event.actorRole !== 'deputy') return actors.reporter
  if (event.actorRole === 'deputy') return `${actors.deputy} ${event.actorName}`.trim()
  if (event.actorRole === 'supervisor') return supervisorsName(locale, event.actorName)
  return event.actorName || actors.reporter
}

/** An answer that was given to another report brings its photos along. */
async function borrowedPhotos(ctx: Context, view: View, data: EventRecord['data']): Promise<Photo[]> {
  const borrowed = (data.photos ?? []) as { id: string; width: number; height: number }[]
  if (view === 'public') return []
  return Promise.all(borrowed.map((photo) => presentPhoto(ctx, view, photo)))
}

/**
 * The public reads the answers. Nobody has looked at the other words with the public in mind: what the reporter added,
 * why an office bounced or declined, what was published before it was corrected.
 */
const WORDS_FOR_ALL = new Set<EventRecord['action']>(['finish', 'settle'])

/** An answer is written to one person: what it says of numbers and plates is not for everybody. */
function wordsFor(view: View, text: string | null): string | null {
  return view === 'public' && text !== null ? withoutPersonal(text) : text
}

async function presentEvent(
  ctx: Context,
  view: View,
  event: EventRecord,
  photos: ReportPhoto[],
): Promise<TimelineEvent> {
  const hidesWords = view === 'public' && !WORDS_FOR_ALL.has(event.action)
  return {
    seq: event.seq,
    action: event.action,
    from: event.from,
    to: event.to,
    at: iso(event.at),
    actor: actorFor(view, {
      // Without a session a person is a resident all the same.
      role: event.actorRole === 'anonymous' ? 'resident' : event.actorRole,
      name: actorName(ctx.locale, event),
      person: event.actorPerson,
    }),
    text: hidesWords ? null : wordsFor(view, event.text),
    photos: [
      ...(await Promise.all(
        shownPhotos(view, photos, event.seq).map((photo) => presentPhoto(ctx, view, photo)),
      )),
      ...(await borrowedPhotos(ctx, view, event.data)),
    ],
    internal: event.internal,
    data: eventDataFor(view, event.data),
  }
}

/** The report as this actor may read it, with the actions open to them now; null when they may not know of it. */
export async function presentWhole(
  ctx: Context,
  whole: WholeReport,
  actor: Actor,
): Promise<ReportAnswer | null> {
  const view = viewOf(whole.record.facts, actor)
  if (view === null) return null
  const events = whole.events.filter((event) => view === 'staff' || !event.internal)
  return {
    report: await presentReport(ctx, whole, view),
    timeline: await Promise.all(events.map((event) => presentEvent(ctx, view, event, whole.photos))),
    actions: allowedActions(whole.record.facts, actor, ctx.now()),
    view,
  }
}
