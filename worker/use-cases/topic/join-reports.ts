import type { Actor } from '../../../shared/domain/actor.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import { viewOf } from '../../../shared/domain/report-relations.ts'
import { joiningProblem, type Candidate } from '../../../shared/domain/topic-members.ts'
import type { ReportRecord } from '../../repository/report-columns.ts'

function candidate(record: ReportRecord | undefined, actor: Actor, topicId: string | null): Candidate | null {
  if (!record || viewOf(record.facts, actor) !== 'staff') return null
  return { facts: record.facts, followers: record.followers.length, topicId }
}

/** What was found of the reports that are to join a topic. */
export interface Joining {
  numbers: readonly string[]
  records: readonly ReportRecord[]
  /** The topic each is in already, by its number. */
  topics: ReadonlyMap<string, string>
}

/**
 * Checks reports that are to join a topic. One that the actor may not know of is as unknown as one that does not exist.
 *
 * @param members those the topic has already
 * @param districtCode the topic's
 * @throws AppError `VALIDATION_FAILED`
 */
export function checkJoining(
  actor: Actor,
  { numbers, records, topics }: Joining,
  members: readonly ReportRecord[],
  districtCode: string | null,
): void {
  const byNumber = new Map(records.map((record) => [record.facts.number, record]))
  const joining = [...new Set(numbers)].map((number) =>
    candidate(byNumber.get(number), actor, topics.get(number) ?? null),
  )
  const inIt = members.map(({ facts, followers }) => ({ facts, followers: followers.length }))
  const problem = joiningProblem(joining, inIt, districtCode)
  if (problem) throw new AppError('VALIDATION_FAILED', { fields: { reportNumbers: problem } })
}
