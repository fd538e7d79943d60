import { type ReactNode, useEffect } from 'react'
import { OpinionsTurnedOff } from '@/components/turned-off/turned-off'
import { Banner } from '@/kit/banner'
import { Button } from '@/kit/button'
import { ErrorSummary } from '@/kit/error-summary'
import { Form } from '@/kit/form'
import { Page } from '@/kit/page'
import { Steps } from '@/kit/steps'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'
import type { Query, RouteName } from '@/platform/navigation'
import { preloadScreens } from '@/platform/preload-screens'
import { useOnline } from '@/platform/use-online'
import { type Draft, hasContent } from '@/state/draft'
import { NothingToWrite } from './nothing-to-write'
import { FORM_SCREENS, type Step, stepRoutes, stepsOf } from './steps'
import type { StepState } from './use-step'

interface StepFrameProps {
  step: Step
  state: StepState
  /** what it asks, where that is not the usual */
  title?: string
  /** what comes before the form itself */
  before?: ReactNode
  children: ReactNode
}

/** One question of the form: where one is, what is wrong, the way on and the way back. */
export function StepFrame({ step, state, title, before, children }: StepFrameProps) {
  const t = useText()
  const online = useOnline()
  const { draft, errors, attempt, next } = state
  const asked = stepsOf(draft)
  const question = title ?? t(`report-new.${step}`)
  useEffect(() => preloadScreens(FORM_SCREENS), [])
  if (!draft.station || (step !== 'what' && !hasContent(draft))) return <NothingToWrite />
  return (
    <Page title={question} back={wayBack(step, draft)}>
      {asked.includes(step) && (
        <Steps
          current={asked.indexOf(step) + 1}
          total={asked.length}
          title={t('report-new.to-station', { name: draft.station.name })}
        />
      )}
      {!online && <Banner tone="wait">{t('report-new.offline')}</Banner>}
      <OpinionsTurnedOff />
      {before}
      <Form onSubmit={next} label={question}>
        <ErrorSummary errors={errors} attempt={attempt} />
        {children}
        <Button kind="primary" block submit>
          {t(draft.checked ? 'report-new.save' : 'report-new.next')}
        </Button>
        <Text block size="small" tone="muted">
          {t('report-new.saved')}
        </Text>
      </Form>
    </Page>
  )
}

/** One question back; from the first to the station, from one that was only looked up again to the answers. */
function wayBack(step: Step, draft: Draft): { to: RouteName; query?: Query } {
  const asked = stepsOf(draft)
  if (!asked.includes(step)) return { to: 'report-new-check' }
  const previous = asked[asked.indexOf(step) - 1]
  return previous ? { to: stepRoutes[previous] } : { to: 'station', query: { code: draft.station?.code } }
}
