import type { TopicAnswer } from '../../shared/contract/topic.ts'
import type { TopicCommand } from '../../shared/domain/topic-command.ts'
import type { DemoProblem, ProblemStep } from '../../worker/demo-city/problem-script-shape.ts'
import { noteProblem } from '../../worker/use-cases/problem-note/note.ts'
import { actOnTopic } from '../../worker/use-cases/topic/act.ts'
import { openTopic } from '../../worker/use-cases/topic/open.ts'
import type { Props } from './acting.ts'
import { deputyOf, type Part } from './cast.ts'
import type { ProblemMoment } from './moments.ts'

const DAY_MS = 86_400_000

/** A problem that is being played. */
interface Begun {
  /** The deputy's note that the topic is opened from. */
  noteId: string | null
  topicId: string
  version: number
  /** The body that was ordered to answer. */
  bodyCode: string
}

/** A step of a topic that is open already. */
type LaterStep = Exclude<ProblemStep, { action: 'tell' | 'open' }>

function commandOf(step: LaterStep, at: number): TopicCommand {
  switch (step.action) {
    case 'order':
      return { action: 'order', bodyCode: step.bodyCode, text: step.text, dueAt: at + step.days * DAY_MS }
    case 'approve':
      return { action: 'approve' }
    case 'answer':
    case 'propose':
      return { action: step.action, text: step.text }
  }
}

/**
 * A deputy who tells of a common problem, and a supervisor and a body who deal with it, through the same use cases as
 * everybody. What was done is not done again.
 *
 * @param numberOf gives the number of a report that is filed, by its key
 */
export function actingOnProblems(props: Omit<Props, 'readPhoto'> & { numberOf(key: string): string }) {
  const { city, contextOf, numberOf } = props
  const begun = new Map<string, Begun>()

  function partOf({ stationNumber }: DemoProblem, { action }: ProblemStep, { bodyCode }: Begun): Part {
    if (action === 'tell') return deputyOf(city, stationNumber)
    return action === 'answer' ? { role: 'body', code: bodyCode } : { role: 'supervisor', code: '' }
  }

  /** Does what happens to a problem at a moment. */
  return async function perform({ at, index, problem, step }: ProblemMoment): Promise<void> {
    const known = begun.get(problem.key) ?? { noteId: null, topicId: '', version: 0, bodyCode: '' }
    const ctx = await contextOf(partOf(problem, step, known), at)
    const key = `${problem.key}-${index}`
    const request = { key: `demo-city-${key}`, body: key }
    const reportNumbers = problem.reports.map(numberOf)
    if (step.action === 'tell') {
      const { text } = step
      const { answer } = await noteProblem(
        ctx,
        { categoryCode: problem.categoryCode, text, reportNumbers },
        request,
      )
      begun.set(problem.key, { ...known, noteId: (JSON.parse(answer) as { id: string }).id })
      return
    }
    if (step.action === 'open') {
      const { title, text } = step
      const opening = {
        title,
        text,
        reportNumbers,
        caseSlug: null,
        bodyCode: null,
        orderText: null,
        dueAt: null,
      }
      const { answer } = await openTopic(ctx, opening, known.noteId, request)
      const { topic } = JSON.parse(answer) as TopicAnswer
      begun.set(problem.key, { ...known, topicId: topic.id, version: topic.version })
      return
    }
    const change = { version: known.version, command: commandOf(step, at) }
    const { topic } = JSON.parse(await actOnTopic(ctx, known.topicId, change, request)) as TopicAnswer
    begun.set(problem.key, { ...known, version: topic.version, bodyCode: topic.body?.code ?? known.bodyCode })
  }
}
