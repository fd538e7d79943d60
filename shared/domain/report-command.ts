import type { Complexity, DeclineReason, ErasureReason } from './report-state.ts'

/** An answer that was given to a lead or a topic and now answers this report too. */
export interface SettledAnswer {
  text: string
  /** Who answered: they get the report again when its reporter is not satisfied. */
  bodyCode: string | null
  deputyId: string | null
  complexity: Complexity
  finishedBy: string | null
  /** For the timeline: which lead or topic, and the photos that came with the answer. */
  data: Record<string, unknown>
}

/** What each action carries. Lengths and formats are checked by the contract before a command is built. */
export type Command =
  | { action: 'supplement'; text?: string; photoIds?: string[] }
  | { action: 'ask'; text: string }
  | { action: 'decline'; reason: DeclineReason; text?: string }
  | { action: 'appeal'; text: string }
  | { action: 'merge'; leadNumber: string; text?: string }
  | { action: 'unmerge'; text?: string }
  | {
      action: 'assign'
      bodyCode?: string
      deputyId?: string
      complexity: Complexity
      coBodyCodes?: string[]
      text?: string
    }
  | { action: 'sign' }
  | { action: 'bounce'; text: string; suggestedBodyCode?: string }
  | { action: 'extend'; days: number; text: string }
  | { action: 'grant' }
  | { action: 'refuse'; text: string }
  | { action: 'finish'; text: string; photoIds?: string[] }
  | { action: 'send_back'; text: string }
  | { action: 'approve' }
  | { action: 'rate'; answered: boolean; solved: boolean; satisfied: boolean; text?: string }
  | { action: 'archive' }
  | { action: 'resume' }
  | { action: 'escalate' }
  | { action: 'settle'; answer: SettledAnswer }
  | { action: 'withdraw'; text?: string }
  | { action: 'watch' }
  | { action: 'order'; text: string; dueAt: number }
  | { action: 'lift'; text?: string }
  | { action: 'publish'; text?: string; photoIds?: string[]; keepPersonal?: boolean }
  | { action: 'unpublish' }
  | { action: 'redact'; text?: string; photoIds?: string[]; keepPersonal?: boolean }
  | { action: 'note'; text: string }
  | { action: 'anonymise'; why: ErasureReason }

export type CommandOf<A extends Command['action']> = Extract<Command, { action: A }>
