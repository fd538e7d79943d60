import { emergenciesIn } from '@shared/domain/emergencies.ts'
import { AboutCase } from '@/components/case-feedback/about-case'
import { Banner } from '@/kit/banner'
import { Button } from '@/kit/button'
import { LoadState } from '@/kit/load-state'
import { TextArea } from '@/kit/text-area'
import { useText } from '@/locale/use-text'
import { TEXT_MOST } from '../form/problems'
import { StepFrame } from '../form/step-frame'
import { useStep } from '../form/use-step'
import { CallFirst, CallNow } from './call-first'
import { CategoryPicker } from './category-picker'
import { DraftFound } from './draft-found'
import { Examples } from './examples'
import { Questions } from './questions'
import { WritingHint } from './writing-hint'
import './what-step.scss'

/** The first question: what kind of matter, what this kind needs to know, and the words. */
export function WhatStep() {
  const t = useText()
  const state = useStep('what')
  const { draft, category, categories, change, errorOf } = state
  const calls = emergenciesIn(draft.text)
  const choose = (categoryCode: string) => change({ categoryCode, answers: {} })
  const before = (
    <>
      <DraftFound />
      {draft.caseSlug && <AboutCase slug={draft.caseSlug} onDrop={() => change({ caseSlug: null })} />}
      {errorOf('stationCode') && <StationGone onChange={() => change({ station: null })} />}
      <CallFirst />
    </>
  )
  return (
    <StepFrame step="what" state={state} before={before}>
      <LoadState query={categories} skeleton={{ look: 'list', rows: 4 }}>
        {(items) => (
          <CategoryPicker
            categories={items}
            chosen={category}
            error={errorOf('category')}
            onChoose={choose}
          />
        )}
      </LoadState>
      {category && (
        <Questions
          questions={category.questions}
          answers={draft.answers}
          errorOf={errorOf}
          onChange={(answers) => change({ answers })}
        />
      )}
      <TextArea
        id="text"
        label={t('report-new.text')}
        hint={t('report-new.text.hint')}
        rows={5}
        max={TEXT_MOST}
        value={draft.text}
        error={errorOf('text')}
        onChange={(text) => change({ text })}
      />
      <WritingHint text={draft.text} hasPlace={draft.place.position !== null || draft.place.address !== ''} />
      {calls.length > 0 && <CallNow numbers={calls} />}
      <Examples />
    </StepFrame>
  )
}

function StationGone({ onChange }: { onChange: () => void }) {
  const t = useText()
  return (
    <Banner
      tone="bad"
      actions={
        <Button small onClick={onChange}>
          {t('station.other')}
        </Button>
      }
    >
      {t('report-new.station.gone')}
    </Banner>
  )
}
