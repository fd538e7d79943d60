import type { SubmitAnswer } from '@shared/contract/report.ts'
import { create } from 'zustand'
import { readJson, writeJson } from './kept-json'

/** What proves on this device that a report is ours: no login is needed to follow it. */
export interface Receipt {
  number: string
  queryCode: string
  promisedAt: string
  provisional: boolean
  category: string
  station: string
  /** the beginning of what was written, to recognise it by */
  text: string
  /** the reform it is about; absent on what an older version kept */
  caseSlug?: string | null
  createdAt: string
}

interface ReceiptsStore {
  /** the newest first */
  receipts: Receipt[]
  keep(receipt: Receipt): void
  forget(number: string): void
}

const KEY = 'mashang.receipts'
const MOST = 200

export const useReceipts = create<ReceiptsStore>((set) => ({
  receipts: remembered(),
  keep: (receipt) =>
    set(({ receipts }) => ({
      receipts: [receipt, ...receipts.filter(({ number }) => number !== receipt.number)].slice(0, MOST),
    })),
  forget: (number) =>
    set(({ receipts }) => ({ receipts: receipts.filter((receipt) => receipt.number !== number) })),
}))

useReceipts.subscribe(({ receipts }) => writeJson(KEY, { receipts }))

function remembered(): Receipt[] {
  const list = readJson(KEY)?.receipts
  if (!Array.isArray(list)) return []
  return (list as Receipt[]).filter(
    (receipt) => typeof receipt?.number === 'string' && typeof receipt.queryCode === 'string',
  )
}

export function receiptOf({ report, queryCode }: Pick<SubmitAnswer, 'report' | 'queryCode'>): Receipt {
  return {
    number: report.number,
    queryCode,
    promisedAt: report.promisedAt,
    provisional: report.promisedProvisional,
    category: report.category.name,
    station: report.station?.name ?? '',
    caseSlug: report.caseSlug,
    text: [...report.text].slice(0, 60).join(''),
    createdAt: report.createdAt,
  }
}

/** The query code this device has for a report, if any. */
export function queryCodeOf(number: string): string | null {
  return useReceipts.getState().receipts.find((receipt) => receipt.number === number)?.queryCode ?? null
}
