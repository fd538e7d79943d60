import { CLOCK } from '../../../shared/domain/actor.ts'
import type { Command, SettledAnswer } from '../../../shared/domain/report-command.ts'
import type { TimeRules } from '../../../shared/domain/report-deadline.ts'
import { decide } from '../../../shared/domain/report-lifecycle.ts'
import { demandsEvidence } from '../../../shared/domain/report-state.ts'
import type { ReportRecord } from '../../repository/report-columns.ts'
import type { NewEvent } from '../../repository/report-events.ts'
import { followEvent, type EventContext } from './follow-event.ts'
import type { WholeReport } from './present.ts'

/** The event of a step that the clock takes; null when the table does not allow it (any more). */
export async function clockEvent(
  ctx: EventContext,
  record: ReportRecord,
  command: Command,
  rules: TimeRules,
): Promise<NewEvent | null> {
  const decision = decide(record.facts, CLOCK, command, rules)
  if (!decision.allowed) return null
  const { event } = await followEvent(ctx, { record, events: [], photos: [] }, CLOCK, command, decision, [])
  return event
}

/** The lead's last answer, as its followers get it. */
function answerOf({ record, events, photos }: WholeReport): SettledAnswer {
  const { bodyCode, deputyId, complexity, finishedBy, number } = record.facts
  const given = events.findLast((event) => event.action === 'finish' || event.action === 'settle')
  const shown = photos.filter((photo) => photo.seq === given?.seq)
  // A lead that was answered with its topic passes on who answered that.
  const { answeredBy = given?.actorName ?? '', topicId, topicTitle } = given?.data ?? {}
  return {
    text: given?.text ?? '',
    bodyCode,
    deputyId,
    complexity,
    finishedBy,
    data: {
      leadNumber: number,
      answeredBy,
      ...(topicId !== undefined && { topicId, topicTitle }),
      photos: shown.map(({ id, width, height }) => ({ id, width, height })),
    },
  }
}

/** Whether a lead would be answered without the photo that a report which follows it demands. */
export function lacksEvidence(
  lead: WholeReport,
  event: NewEvent,
  followers: readonly ReportRecord[],
): boolean {
  if (event.action !== 'finish' && event.to !== 'answered') return false
  const demanded = followers.some(({ facts }) => demandsEvidence(facts))
  const given = lead.events.findLast(({ action }) => action === 'finish' || action === 'settle')
  return demanded && !lead.photos.some((photo) => photo.seq === given?.seq)
}

/** What becomes of a report when its lead has moved on; null when nothing does. */
function commandFor(lead: WholeReport, event: NewEvent): Command | null {
  if (event.from === event.to) return null
  if (event.to === 'answered') return { action: 'settle', answer: answerOf(lead) }
  // Their words are not answered by a lead that ended without an answer.
  if (event.to === 'declined' || event.to === 'withdrawn') return { action: 'unmerge' }
  return null
}

/**
 * The events of the reports that follow a lead, for an event of that lead. They belong into its transaction,
 * before it: the database refuses a lead that leaves a follower behind.
 *
 * @param lead the lead as it will be after `event`
 */
export async function consequencesOf(
  ctx: EventContext,
  lead: WholeReport,
  event: NewEvent,
  followers: readonly ReportRecord[],
  rules: TimeRules,
): Promise<NewEvent[]> {
  const command = commandFor(lead, event)
  if (!command) return []
  const events = await Promise.all(followers.map((follower) => clockEvent(ctx, follower, command, rules)))
  return events.filter((own) => own !== null)
}
