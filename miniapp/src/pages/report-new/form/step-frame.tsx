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
import type { RouteName } from '@/platform/navigation'
import { preloadScreens } from '@/platform/preload-screens'
import { useOnline } from '@/platform/use-online'
import { hasContent } from '@/state/draft'
import { NothingToWrite } from './nothing-to-write'
import { FORM_SCREENS, STEPS, type Step, stepRoutes } from './steps'
import type { StepState } from './use-step'

interface StepFrameProps {
  step: Step
  state: StepState
  /** what comes before the form itself */
  before?: ReactNode
  children: ReactNode
}

/** One question of the form: where one is, what is wrong, the way on and the way back. */
export function StepFrame({ step, state, before, children }: StepFrameProps) {
  const t = useText()
  const online = useOnline()
  const { draft, errors, attempt, next } = state
  const index = STEPS.indexOf(step)
  const previous = STEPS[index - 1]
  useEffect(() => preloadScreens(FORM_SCREENS), [])
  const back: RouteName = previous ? stepRoutes[previous] : 'station'
  if (!draft.station || (previous && !hasContent(draft))) return <NothingToWrite />
  return (
    <Page
      title={t(`report-new.${step}`)}
      back={{ to: back, query: previous ? undefined : { code: draft.station.code } }}
    >
      <Steps
        current={index + 1}
        total={STEPS.length}
        title={t('report-new.to-station', { name: draft.station.name })}
      />
      {!online && <Banner tone="wait">{t('report-new.offline')}</Banner>}
      <OpinionsTurnedOff />
      {before}
      <Form onSubmit={next} label={t(`report-new.${step}`)}>
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
