import type { ReportRow } from '@shared/contract/report.ts'
import { listStaffReports } from '../../api/staff-reports'
import type { ListChoice } from '../../state/use-reports'

/** A stack of paper that somebody still reads; more is for a spreadsheet. */
const MOST = 500
const PAGE = 100

const SCOPES = ['inbox', 'visible', 'mine', 'watched'] as const

/** The list that an address asks for: the parameters of `GET /api/v1/reports`. */
export function choiceFrom(query: Record<string, string | undefined>): ListChoice {
  const { scope, sort, ...rest } = query
  return {
    ...(rest as Partial<ListChoice>),
    scope: SCOPES.find((one) => one === scope) ?? 'visible',
    sort: sort === 'due' ? 'due' : 'new',
  }
}

/** The first rows of a list, page by page. */
export async function readForPrint(
  choice: ListChoice,
  signal?: AbortSignal,
): Promise<{ rows: ReportRow[]; hasMore: boolean; readAt: number }> {
  const rows: ReportRow[] = []
  let cursor: string | undefined
  do {
    const page = await listStaffReports({ ...choice, limit: PAGE, cursor }, signal)
    rows.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined && rows.length < MOST)
  return { rows, hasMore: cursor !== undefined, readAt: Date.now() }
}
