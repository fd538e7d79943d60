import type { Photo, Report, ReportAnswer, TimelineEvent } from '../../../shared/contract/report.ts'
import type { Actor } from '../../../shared/domain/actor.ts'
import type { Locale } from '../../../shared/domain/locale.ts'
import { allowedActions } from '../../../shared/domain/report-lifecycle.ts'
import { viewOf, type View } from '../../../shared/domain/report-relations.ts'
import { demandsEvidence, type HolderType } from '../../../shared/domain/report-state.ts'
import type { Context } from '../../context.ts'
import { wordsIn } from '../../locale/words.ts'
import type { ReportRecord, StoredQuestion } from '../../repository/report-columns.ts'
import type { EventRecord, ReportPhoto } from '../../repository/report-events.ts'
import { iso, isoOrNull, presentPromises, presentSteps } from './present-time.ts'

/** A report with everything that belongs to it, as loaded or as it will be after an event. */
export interface WholeReport {
  record: ReportRecord
  events: EventRecord[]
  photos: ReportPhoto[]
}

const LINK_LIFE_MS = 3_600_000
/** Positions are shown to the public to about 100 m. */
const PUBLIC_DEGREES = 1000

/**
 * Links of one photo. For those who may see a private one they are signed and good for an hour or two; the
 * public gets plain ones, which end with the publication.
 */
export async function photoLinks(
  ctx: Context,
  id: string,
  view: View,
): Promise<{ thumb: string; full: string }> {
  const plain = (size: string) => `/api/v1/photos/${id}?size=${size}`
  if (view === 'public') return { thumb: plain('thumb'), full: plain('full') }
  // Rounded up to the hour, so that the same photo keeps its address and the browser its copy for a while.
  const expiresAt = (Math.floor(ctx.now() / LINK_LIFE_MS) + 2) * LINK_LIFE_MS
  const signature = await ctx.secrets.photoSignature(id, expiresAt)
  const link = (size: string) => `${plain(size)}&exp=${expiresAt}&sig=${signature}`
  return { thumb: link('thumb'), full: link('full') }
}

async function presentPhoto(
  ctx: Context,
  view: View,
  photo: Pick<ReportPhoto, 'id' | 'width' | 'height'> & { redacts?: string | null },
): Promise<Photo> {
  const { id, width, height, redacts } = photo
  const links = await photoLinks(ctx, id, view)
  return { id, width, height, ...links, ...(view === 'staff' && redacts && { redacts }) }
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
      return `${names.district} ${actors.supervisor}`
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
  // Where somebody lives must not be read off a public report.
  const coarse = (degrees: number) => Math.round(degrees * PUBLIC_DEGREES) / PUBLIC_DEGREES
  return { lat: coarse(record.place.lat), lng: coarse(record.place.lng) }
}

/** The photos of an event. The public sees a redacted copy in the place of its original. */
function shownPhotos(view: View, photos: ReportPhoto[], seq: number): ReportPhoto[] {
  const own = photos.filter((photo) => photo.seq === seq)
  if (view !== 'public') return own
  const originals = own.filter(({ redacts }) => redacts === null)
  const withCopies = originals.flatMap((photo) => [
    photo,
    ...photos.filter(({ redacts }) => redacts === photo.id),
  ])
  return withCopies.filter(({ isPublic }) => isPublic)
}

/** What only the reporter and the offices read, and what stands in its place in public. */
function presentWords(
  ctx: Context,
  record: ReportRecord,
  view: View,
): Pick<Report, 'text' | 'place' | 'address' | 'answers'> {
  const { facts, text, address, questions, answers } = record
  const place = placeFor(view, record)
  if (view === 'public') return { text: facts.publicText ?? text, place, address: null, answers: [] }
  return { text, place, address, answers: presentAnswers(ctx.locale, questions, answers) }
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

/** Who follows whom. The public learns nothing of other reports' numbers. */
function presentMerging(
  { facts, leadState, followers }: ReportRecord,
  view: View,
): Pick<Report, 'lead' | 'followers'> {
  const { leadNumber } = facts
  return {
    lead: view === 'public' || !leadNumber || !leadState ? null : { number: leadNumber, state: leadState },
    followers: view === 'staff' ? followers : [],
  }
}

function presentRating(facts: ReportRecord['facts']): Report['rating'] {
  const { ratedAnswered: answered, ratedSolved: solved, ratedSatisfied: satisfied } = facts
  return answered === null || solved === null || satisfied === null ? null : { answered, solved, satisfied }
}

/** A mark for whoever looks at the report first; gone when somebody has. */
function presentHold({ facts, heldReason }: ReportRecord, view: View): Pick<Report, 'heldReason'> {
  return view === 'staff' && heldReason && facts.state === 'submitted' ? { heldReason } : {}
}

async function presentReport(ctx: Context, whole: WholeReport, view: View): Promise<Report> {
  const { record } = whole
  const { facts } = record
  const photos = shownPhotos(view, whole.photos, 1)
  return {
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
    ...presentMerging(record, view),
    bounces: facts.bounces,
    supervision: facts.supervision,
    order: facts.orderDueAt === null ? null : { text: facts.orderText, dueAt: iso(facts.orderDueAt) },
    extension: facts.extension,
    rating: presentRating(facts),
    evidenceRequired: demandsEvidence(facts),
    consentPublic: facts.consentPublic,
    public: facts.isPublic,
    caseSlug: record.caseSlug,
    ...presentHold(record, view),
    createdAt: iso(record.createdAt),
    updatedAt: iso(record.updatedAt),
  }
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
  if (event.actorRole === 'supervisor') return `${event.actorName} ${actors.supervisor}`.trim()
  return event.actorName || actors.reporter
}

/** An answer that was given to another report brings its photos along. */
async function borrowedPhotos(ctx: Context, view: View, data: EventRecord['data']): Promise<Photo[]> {
  const borrowed = (data.photos ?? []) as { id: string; width: number; height: number }[]
  if (view === 'public') return []
  return Promise.all(borrowed.map((photo) => presentPhoto(ctx, view, photo)))
}

/**
 * What an event keeps besides its words. Arithmetic is shown with the report; in public neither other reports nor
 * photos that were once chosen. Of a topic the reporter learns the title, staff which it is.
 */
function presentData(view: View, data: EventRecord['data']): Record<string, unknown> {
  const {
    promise: _p,
    due: _d,
    photos: _b,
    filed: _f,
    leadNumber,
    topicId,
    topicTitle,
    photoIds,
    ...shown
  } = data
  return {
    ...shown,
    ...(view !== 'public' && leadNumber !== undefined && { leadNumber }),
    ...(view !== 'public' && photoIds !== undefined && { photoIds }),
    ...(view !== 'public' && topicTitle !== undefined && { topicTitle }),
    ...(view === 'staff' && topicId !== undefined && { topicId }),
  }
}

/**
 * The public reads the answers. Nobody has looked at the other words with the public in mind: what the reporter added,
 * why an office bounced or declined, what was published before it was corrected.
 */
const WORDS_FOR_ALL = new Set<EventRecord['action']>(['finish', 'settle'])

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
    actor: {
      // Without a session a person is a resident all the same.
      role: event.actorRole === 'anonymous' ? 'resident' : event.actorRole,
      name: actorName(ctx.locale, event),
      ...(view === 'staff' && { person: event.actorPerson }),
    },
    text: hidesWords ? null : event.text,
    photos: [
      ...(await Promise.all(
        shownPhotos(view, photos, event.seq).map((photo) => presentPhoto(ctx, view, photo)),
      )),
      ...(await borrowedPhotos(ctx, view, event.data)),
    ],
    internal: event.internal,
    data: presentData(view, event.data),
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
  }
}
