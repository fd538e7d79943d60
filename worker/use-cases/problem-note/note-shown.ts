import type { ProblemNote } from '../../../shared/contract/problem-note.ts'
import type { NoteRecord } from '../../repository/problem-notes.ts'
import { iso } from '../report/present-time.ts'

/** A note as its deputy reads it. */
export function noteShown({ row: _row, dismissedAt, createdAt, ...note }: NoteRecord): ProblemNote {
  return {
    ...note,
    createdAt: iso(createdAt),
    outcome: note.topic ? 'topic' : dismissedAt === null ? 'waiting' : 'dismissed',
  }
}
