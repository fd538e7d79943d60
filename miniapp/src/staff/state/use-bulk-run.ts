import type { ReportRow } from '@shared/contract/report.ts'
import { useState } from 'react'
import { queryClient } from '@/api/query-client'
import { inLanes, type Outcome } from '../actions/bulk'
import type { StaffAction } from '../actions/action-forms'
import { sendStep } from './send-step'
import { useFirstWords } from './use-first-words'

/** A row with the request that it gets. */
export interface BulkStep {
  row: ReportRow
  fields: { action: StaffAction } & Record<string, unknown>
}

/** More at once would gain little and crowd out everybody else. */
const LANES = 4

/** Sends many steps, each for itself, and knows of each how it went. */
export function useBulkRun() {
  const first = useFirstWords()
  const [outcomes, setOutcomes] = useState<Readonly<Record<string, Outcome>>>({})
  const [busy, setBusy] = useState(false)
  const note = (number: string, outcome: Outcome) =>
    setOutcomes((before) => ({ ...before, [number]: outcome }))
  const run = async (steps: readonly BulkStep[]) => {
    setBusy(true)
    for (const { row } of steps) note(row.number, { kind: 'waiting' })
    try {
      await inLanes(steps, LANES, async ({ row, fields }) => {
        note(row.number, await sendStep(row, fields, first))
      })
    } finally {
      setBusy(false)
      void queryClient.invalidateQueries({ queryKey: ['staff'] })
    }
  }
  return { outcomes, busy, run }
}
