import { useQueries, useQuery } from '@tanstack/react-query'
import type { ReportAnswer, ReportRow } from '@shared/contract/report.ts'
import type { State } from '@shared/domain/report-state.ts'
import { useStore } from 'zustand'
import { ApiError } from '@/api/api-error'
import { listReports } from '@/api/reports'
import { reportQuery } from '@/api/use-report'
import { language } from '@/locale/translate'
import { useReceipts, type Receipt } from '@/state/receipts'
import { useSession } from '@/state/session'

/** One of my reports, from whatever told of it. */
export interface Mine {
  number: string
  text: string
  category: string
  createdAt: string
  promisedAt: string
  /** null: the device knows of it, but could not ask */
  state: State | null
  round: number
  holder: string | null
  /** it waits for me */
  myTurn: boolean
}

/** No more than a screen or two are asked for one by one. */
const MOST = 20

/** The receipts of this device, each asked for with its code, and the reports of the session, if there is one. */
export function useMyReports() {
  const receipts = useReceipts((kept) => kept.receipts)
  const open = useSession((session) => session.open)
  const locale = useStore(language, (now) => now.locale)
  const listed = useQuery({
    queryKey: ['reports', 'mine', locale],
    queryFn: ({ signal }) => listReports({ scope: 'mine', limit: 50 }, signal).catch(nothingWithoutSession),
    enabled: open,
  })
  const rows = listed.data?.items ?? []
  const unlisted = receipts.filter(({ number }) => !rows.some((row) => row.number === number)).slice(0, MOST)
  const asks = open && listed.isPending ? [] : unlisted
  const ones = useQueries({
    queries: asks.map(({ number, queryCode }) => reportQuery(number, queryCode, locale)),
  })
  const answers = new Map(ones.flatMap(({ data }) => (data ? [[data.report.number, data] as const] : [])))
  const mine = [
    ...rows.map(fromRow),
    ...unlisted.map((receipt) => fromReceipt(receipt, answers.get(receipt.number))),
  ]
  return {
    mine: mine.sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1)),
    isLoading: open && listed.isPending,
    refresh: () => Promise.all([listed, ...ones].map(({ refetch }) => refetch())),
    isUnreachable: listed.isError || ones.some(({ isError }) => isError),
  }
}

/** The session has died meanwhile: the receipts still work. */
function nothingWithoutSession(error: unknown): { items: ReportRow[] } {
  if (error instanceof ApiError && error.status === 401) return { items: [] }
  throw error
}

function fromRow({ number, text, category, createdAt, promisedAt, state, round, holder }: ReportRow): Mine {
  return {
    number,
    text,
    category: category.name,
    createdAt,
    promisedAt,
    state,
    round,
    holder: holder?.name ?? null,
    myTurn: holder?.type === 'reporter',
  }
}

function fromReceipt(receipt: Receipt, answer: ReportAnswer | undefined): Mine {
  if (answer) return fromRow(answer.report as unknown as ReportRow)
  const { number, text, category, createdAt, promisedAt } = receipt
  return { number, text, category, createdAt, promisedAt, state: null, round: 1, holder: null, myTurn: false }
}
