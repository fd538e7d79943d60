import type { ReportAnswer } from '@shared/contract/report.ts'
import { hasReportNumberShape, parseCode, parseReportNumber } from '@shared/domain/receipt.ts'
import { useState } from 'react'
import { ApiError } from '@/api/api-error'
import { getReport } from '@/api/reports'
import { Banner } from '@/kit/banner'
import { Button } from '@/kit/button'
import { Checkbox } from '@/kit/checkbox'
import { ErrorSummary } from '@/kit/error-summary'
import { Form } from '@/kit/form'
import { TextField } from '@/kit/text-field'
import { useText } from '@/locale/use-text'
import type { TextKey } from '@/locale/zh-hans'
import { receiptOf, useReceipts } from '@/state/receipts'

export interface LookUpFormProps {
  /** already known: from a link */
  number?: string
  onFound: (answer: ReportAnswer, queryCode: string) => void
}

/** Number and query code give access to a report on any device, without a login. */
export function LookUpForm({ number: known = '', onFound }: LookUpFormProps) {
  const t = useText()
  const [number, setNumber] = useState(known)
  const [code, setCode] = useState('')
  const [keep, setKeep] = useState(true)
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const errors = attempt > 0 ? wrongs(number, code).map(({ id, key }) => ({ id, message: t(key) })) : []
  const errorOf = (id: string) => errors.find((error) => error.id === id)?.message
  const lookUp = async () => {
    setAttempt(attempt + 1)
    setProblem(null)
    const [goodNumber, goodCode] = [parseReportNumber(number), parseCode(code)]
    if (!goodNumber || !goodCode) return
    setBusy(true)
    try {
      const answer = await getReport(goodNumber, goodCode)
      if (keep) useReceipts.getState().keep(receiptOf({ report: answer.report, queryCode: goodCode }))
      onFound(answer, goodCode)
    } catch (error) {
      setProblem(problemIn(error) ?? t('report.look-up.none'))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Form onSubmit={() => void lookUp()} label={t('report.look-up')}>
      <ErrorSummary errors={errors} attempt={attempt} />
      {problem && <Banner tone="bad">{problem}</Banner>}
      <TextField
        id="look-up-number"
        type="numeric"
        autoComplete="off"
        label={t('report.look-up.number')}
        hint={t('report.look-up.number.hint')}
        value={number}
        onChange={setNumber}
        error={errorOf('look-up-number')}
      />
      <TextField
        id="look-up-code"
        autoComplete="off"
        label={t('report.look-up.code')}
        hint={t('report.look-up.code.hint')}
        value={code}
        onChange={setCode}
        error={errorOf('look-up-code')}
      />
      <Checkbox id="look-up-keep" label={t('report.keep')} checked={keep} onChange={setKeep} />
      <Button kind="primary" block submit busy={busy}>
        {t('report.look-up.send')}
      </Button>
    </Form>
  )
}

/** What can be told without asking anybody: what a number looks like, or that one of its digits is another. */
function wrongs(number: string, code: string): { id: string; key: TextKey }[] {
  const list: { id: string; key: TextKey }[] = []
  if (!parseReportNumber(number)) {
    const key = hasReportNumberShape(number) ? 'report.look-up.number.wrong' : 'report.look-up.number.shape'
    list.push({ id: 'look-up-number', key })
  }
  if (!parseCode(code)) list.push({ id: 'look-up-code', key: 'report.look-up.code.wrong' })
  return list
}

/** The server does not tell a wrong code from an unknown number, and so do we; null stands for both. */
function problemIn(error: unknown): string | null {
  return error instanceof ApiError && error.status !== 404 ? error.message : null
}
