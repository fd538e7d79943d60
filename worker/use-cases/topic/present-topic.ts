import type { ReportRow } from '../../../shared/contract/report.ts'
import type { Topic, TopicAnswer, TopicEvent } from '../../../shared/contract/topic.ts'
import type { Actor } from '../../../shared/domain/actor.ts'
import type { Locale } from '../../../shared/domain/locale.ts'
import { allowedTopicActions } from '../../../shared/domain/topic-lifecycle.ts'
import type { Context } from '../../context.ts'
import type { ReportRecord } from '../../repository/report-columns.ts'
import type { TopicEventRecord } from '../../repository/topic-events.ts'
import type { TopicRecord } from '../../repository/topics.ts'
import { presentRow } from '../report/list.ts'
import { actorName } from '../report/present.ts'
import { iso, isoOrNull } from '../report/present-time.ts'
import type { WholeTopic } from './follow-topic.ts'

function named(code: string | null, name: string | null): Topic['body'] {
  return code === null ? null : { code, name: name ?? '' }
}

/** A topic as lists show it. */
export function presentTopic({ facts, names, openReports, createdAt, updatedAt }: TopicRecord): Topic {
  return {
    id: facts.id,
    title: facts.title,
    text: facts.text,
    state: facts.state,
    version: facts.version,
    category: named(facts.categoryCode, names.category),
    district: named(facts.districtCode, names.district),
    caseSlug: facts.caseSlug,
    body: named(facts.bodyCode, names.body),
    orderText: facts.orderText,
    dueAt: isoOrNull(facts.dueAt),
    answer: facts.answerText,
    proposal: facts.proposalText,
    reportCount: { all: facts.reportNumbers.length, open: openReports },
    createdAt: iso(createdAt),
    updatedAt: iso(updatedAt),
  }
}

function presentEvent(locale: Locale, event: TopicEventRecord): TopicEvent {
  const { seq, action, from, to, at, actorRole, actorPerson, text, data } = event
  const role = actorRole as TopicEvent['actor']['role']
  const actor = { role, name: actorName(locale, event), person: actorPerson }
  return { seq, action, from, to, at: iso(at), actor, text, data }
}

function presentReport(ctx: Context, record: ReportRecord, photoId: string | null): Promise<ReportRow> {
  return presentRow(ctx, { ...record.facts, ...record, photoId, publicPhotoId: null }, 'staff')
}

/**
 * The whole topic as everybody reads it who may read it at all, with the actions open to this actor now.
 *
 * @param reports the topic's, and perhaps others
 * @param photos the first photo of each report, by its number
 */
export async function presentWholeTopic(
  ctx: Context,
  { record, events }: WholeTopic,
  reports: readonly ReportRecord[],
  photos: ReadonlyMap<string, string>,
  actor: Actor,
): Promise<TopicAnswer> {
  const mine = reports
    .filter(({ facts }) => record.facts.reportNumbers.includes(facts.number))
    .sort((a, b) => b.id - a.id)
  const openReports = mine.filter(({ facts }) => facts.holderType !== null).length
  return {
    topic: presentTopic({ ...record, openReports }),
    reports: await Promise.all(
      mine.map((report) => presentReport(ctx, report, photos.get(report.facts.number) ?? null)),
    ),
    timeline: events.map((event) => presentEvent(ctx.locale, event)),
    actions: allowedTopicActions(record.facts, actor),
  }
}
