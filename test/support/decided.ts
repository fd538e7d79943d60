import { CLOCK, type Actor } from '../../shared/domain/actor.ts'
import type { Command } from '../../shared/domain/report-command.ts'
import { decide } from '../../shared/domain/report-lifecycle.ts'
import type { ReportFacts } from '../../shared/domain/report-state.ts'
import { ACTORS, RULES } from './facts.ts'

type Who = keyof typeof ACTORS | 'clock'
const actorFor = (who: Who): Actor => (who === 'clock' ? CLOCK : ACTORS[who])

/** The state an action leads to, or why it is refused. */
export function decided(report: ReportFacts, who: Who, command: Command) {
  const decision = decide(report, actorFor(who), command, RULES)
  return decision.allowed ? decision.to : decision.code
}

/** Folds an allowed decision into the facts, as the database's trigger does. */
export function after(report: ReportFacts, who: Who, command: Command): ReportFacts {
  const decision = decide(report, actorFor(who), command, RULES)
  if (!decision.allowed) throw new Error(`${command.action} by ${who}: ${decision.code}`)
  return { ...report, ...decision.changes, state: decision.to, version: report.version + 1 }
}
