/** What opens a topic. Lengths and formats are checked by the contract. Times are milliseconds. */
export interface TopicOpening {
  title: string
  text: string
  reportNumbers: string[]
  caseSlug: string | null
  bodyCode: string | null
  /** An order may come with the opening: text and due time together, and a body to give it to. */
  orderText: string | null
  dueAt: number | null
}

/** What each later action on a topic carries. */
export type TopicCommand =
  | { action: 'add'; reportNumbers: string[] }
  | { action: 'remove'; reportNumbers: string[] }
  | { action: 'order'; bodyCode: string; text: string; dueAt: number }
  | { action: 'answer'; text: string }
  | { action: 'send_back'; text: string }
  | { action: 'approve' }
  | { action: 'close'; text?: string }
  | { action: 'drop'; text: string }
  | { action: 'propose'; text: string }
  | { action: 'note'; text: string }
