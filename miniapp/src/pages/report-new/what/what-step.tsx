import { LoadState } from '@/kit/load-state'
import { useText } from '@/locale/use-text'
import { StepFrame } from '../form/step-frame'
import { type StepState, useStep } from '../form/use-step'
import { CallFirst } from './call-first'
import { CaseStep } from './case-step'
import { CategoryPicker } from './category-picker'
import { DraftFound } from './draft-found'
import { Examples } from './examples'
import { Questions } from './questions'
import { StationGone } from './station-gone'
import { Words } from './words'
import { WritingHint } from './writing-hint'
import './what-step.scss'

/** The first question: what kind of matter, what this kind needs to know, and the words. */
export function WhatStep() {
  const state = useStep('what')
  return state.draft.caseSlug === null ? <MatterStep state={state} /> : <CaseStep state={state} />
}

/** Something in the street. */
function MatterStep({ state }: { state: StepState }) {
  const t = useText()
  const { draft, category, categories, change, errorOf } = state
  const choose = (categoryCode: string) => change({ categoryCode, answers: {} })
  const before = (
    <>
      <DraftFound />
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
      <Words state={state} label={t('report-new.text')} hint={t('report-new.text.hint')} />
      <WritingHint text={draft.text} hasPlace={draft.place.position !== null || draft.place.address !== ''} />
      <Examples />
    </StepFrame>
  )
}
