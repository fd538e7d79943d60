import type { Complexity, DeclineReason } from '../../shared/domain/report-state.ts'
import type { PhotoKey, Step } from './report-script-shape.ts'

// Short words for the steps, so that a script reads like the story it tells. `hours` is since the step before.

export function assign(
  hours: number,
  bodyCode: string,
  complexity: Complexity,
  by: Step['by'] = 'station',
): Step {
  return { by, action: 'assign', afterHours: hours, bodyCode, complexity }
}

export function assignDeputy(hours: number, deputyId: string, complexity: Complexity): Step {
  return { by: 'station', action: 'assign', afterHours: hours, deputyId, complexity }
}

export function ask(hours: number, text: string): Step {
  return { by: 'station', action: 'ask', afterHours: hours, text }
}

export function supplement(hours: number, text: string, photos: PhotoKey[] = []): Step {
  return { by: 'reporter', action: 'supplement', afterHours: hours, text, photos }
}

export function decline(hours: number, reason: DeclineReason, text: string): Step {
  return { by: 'station', action: 'decline', afterHours: hours, reason, text }
}

export function appeal(hours: number, text: string): Step {
  return { by: 'reporter', action: 'appeal', afterHours: hours, text }
}

/** The same thing was said before: this report follows that one. */
export function merge(hours: number, lead: string, text: string, by: Step['by'] = 'station'): Step {
  return { by, action: 'merge', afterHours: hours, lead, text }
}

export function unmerge(hours: number, text: string): Step {
  return { by: 'station', action: 'unmerge', afterHours: hours, text }
}

export function sign(hours: number, by: Step['by'] = 'body'): Step {
  return { by, action: 'sign', afterHours: hours }
}

export function bounce(hours: number, text: string, suggestedBodyCode: string): Step {
  return { by: 'body', action: 'bounce', afterHours: hours, text, suggestedBodyCode }
}

export function extend(hours: number, days: number, text: string): Step {
  return { by: 'body', action: 'extend', afterHours: hours, days, text }
}

export function grant(hours: number): Step {
  return { by: 'station', action: 'grant', afterHours: hours }
}

export function refuse(hours: number, text: string): Step {
  return { by: 'station', action: 'refuse', afterHours: hours, text }
}

export function finish(hours: number, text: string, photos: PhotoKey[] = [], by: Step['by'] = 'body'): Step {
  return { by, action: 'finish', afterHours: hours, text, photos }
}

export function sendBack(hours: number, text: string, by: Step['by'] = 'station'): Step {
  return { by, action: 'send_back', afterHours: hours, text }
}

export function approve(hours: number, by: Step['by'] = 'station'): Step {
  return { by, action: 'approve', afterHours: hours }
}

type Verdict = 'pleased' | 'content though unsolved' | 'dissatisfied' | 'solved but dissatisfied'
const VERDICTS: Record<Verdict, Pick<Step, 'answered' | 'solved' | 'satisfied'>> = {
  pleased: { answered: true, solved: true, satisfied: true },
  'content though unsolved': { answered: true, solved: false, satisfied: true },
  dissatisfied: { answered: true, solved: false, satisfied: false },
  'solved but dissatisfied': { answered: true, solved: true, satisfied: false },
}

export function rate(hours: number, verdict: Verdict, text?: string): Step {
  return { by: 'reporter', action: 'rate', afterHours: hours, ...VERDICTS[verdict], ...(text && { text }) }
}

export function withdraw(hours: number, text: string): Step {
  return { by: 'reporter', action: 'withdraw', afterHours: hours, text }
}

export function watch(hours: number, by: 'deputy' | 'supervisor'): Step {
  return { by, action: 'watch', afterHours: hours }
}

/** A supervision order that is due after `days`. */
export function order(hours: number, days: number, text: string): Step {
  return { by: 'supervisor', action: 'order', afterHours: hours, days, text }
}

export function lift(hours: number, text: string): Step {
  return { by: 'supervisor', action: 'lift', afterHours: hours, text }
}

export function note(hours: number, text: string): Step {
  return { by: 'station', action: 'note', afterHours: hours, text }
}

/** Publishes the report as it was written, with all photos of the report and its answer. */
export function publish(hours: number, photos: PhotoKey[] = []): Step {
  return { by: 'station', action: 'publish', afterHours: hours, photos }
}

/** Other words in the place of the published ones. */
export function redact(hours: number, text: string): Step {
  return { by: 'station', action: 'redact', afterHours: hours, text }
}

export function unpublish(hours: number): Step {
  return { by: 'station', action: 'unpublish', afterHours: hours }
}
