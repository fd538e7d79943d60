import type { ReportAnswer } from '@shared/contract/report.ts'
import { useEffect } from 'react'
import { ApiError } from '@/api/api-error'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { EmptyState } from '@/kit/empty-state'
import { LoadState } from '@/kit/load-state'
import { focusOnId, scrollToTopOf } from '@/platform/scroll'
import { returnTo } from '@/platform/navigation'
import { useWide } from '@/platform/use-wide'
import type { StaffAction } from '../actions/action-forms'
import { REVERSED } from '../actions/foreseen'
import { useStaffText } from '../locale/use-staff-text'
import { type Done, useDeeds } from '../state/use-deeds'
import { useStaffReport } from '../state/use-reports'
import { UndoButton } from './action-form/undo-button'
import { ProblemLink } from './problem-link'
import { ReportActions } from './report-actions'
import { ReportContact } from './report-contact'
import { ReportHead } from './report-head'
import { ReportHistory } from './report-history'
import { ReportStatus } from './report-status'
import { ReportWhat } from './report-what'
import { ReportWhere } from './report-where'
import { SimilarBeside } from './similar/similar-beside'
import { useDoneWords } from './use-done-words'

export interface ReportDeskProps {
  number: string
  /** a page of its own: after an action it offers the way back to the inbox */
  alone?: boolean
}

/** One report with everything staff need to decide, and what they may do with it now. */
export function ReportDesk({ number, alone }: ReportDeskProps) {
  const query = useStaffReport(number)
  const isUnknown = query.error instanceof ApiError && query.error.code === 'NOT_FOUND'
  if (isUnknown) return <Unknown />
  return (
    <LoadState query={query} skeleton={{ look: 'card' }}>
      {(answer) => <Desk answer={answer} alone={alone} />}
    </LoadState>
  )
}

function Unknown() {
  const t = useStaffText()
  const back = (
    <Button kind="primary" onClick={() => returnTo('staff-inbox')}>
      {t('staff.report.to-inbox')}
    </Button>
  )
  return (
    <EmptyState title={t('staff.report.not-found')} actions={back}>
      {t('staff.report.not-found.text')}
    </EmptyState>
  )
}

function Desk({ answer, alone }: { answer: ReportAnswer; alone?: boolean }) {
  const wide = useWide()
  const { done, sending, problem, ...deeds } = useDeeds()
  useEffect(() => {
    if (!done) return
    focusOnId(RESULT)
    if (alone) scrollToTopOf(RESULT)
  }, [done, alone])
  const given = { answer, ...deeds }
  const actions = <ReportActions {...given} sending={sending} problem={problem} />
  const similar = <SimilarBeside {...given} />
  const status = <ReportStatus answer={answer} />
  const rest = (
    <>
      <ReportWhere report={answer.report} />
      <ReportContact report={answer.report} />
      <ReportHistory answer={answer} />
      <ProblemLink number={answer.report.number} />
    </>
  )
  return (
    <Box gap={4} className="staff-report">
      {done && <Result done={done} answer={answer} alone={alone} onDone={deeds.onDone} />}
      <ReportHead report={answer.report} />
      {wide ? (
        <Box className="staff-report-columns">
          <Box gap={4}>
            <ReportWhat answer={answer} />
            {rest}
          </Box>
          <Box gap={4} className="staff-report-side">
            {actions}
            {similar}
            {status}
          </Box>
        </Box>
      ) : (
        <>
          <ReportWhat answer={answer} />
          {similar}
          {status}
          {rest}
          {actions}
        </>
      )}
    </Box>
  )
}

const RESULT = 'report-result'

interface ResultProps {
  done: Done
  answer: ReportAnswer
  alone?: boolean
  onDone: (action: StaffAction, after: ReportAnswer) => void
}

/** What has just been done; the focus comes here, for the button that was pressed may be gone. */
function Result({ done, answer, alone, onDone }: ResultProps) {
  const t = useStaffText()
  const words = useDoneWords(done.action, done.after.report)
  const reverse = REVERSED[done.action]
  // Once somebody has gone on from there, it is no longer the last step.
  const isLast = answer.report.version === done.after.report.version
  const actions = (
    <>
      {reverse && isLast && answer.actions.includes(reverse) && (
        <UndoButton key={done.after.report.version} after={answer} reverse={reverse} onDone={onDone} />
      )}
      {alone && (
        <Button small onClick={() => returnTo('staff-inbox')}>
          {t('staff.report.to-inbox')}
        </Button>
      )}
    </>
  )
  return (
    <Box id={RESULT} className="staff-focus">
      <Banner tone="good" title={words} actions={actions} />
    </Box>
  )
}
