import type { Category } from '@shared/contract/category.ts'
import { AboutCase } from '@/components/case-feedback/about-case'
import { Choice } from '@/kit/choice'
import { LoadState } from '@/kit/load-state'
import { useText } from '@/locale/use-text'
import { kindsForCase, setCase } from '@/state/about-case'
import { StepFrame } from '../form/step-frame'
import type { StepState } from '../form/use-step'
import { DraftFound } from './draft-found'
import { Questions } from './questions'
import { StationGone } from './station-gone'
import { Words } from './words'

/** What somebody has to say of a reform: which kind of idea, and the words. Nothing that is broken is asked for. */
export function CaseStep({ state }: { state: StepState }) {
  const t = useText()
  const { draft, category, categories, change, errorOf } = state
  const before = (
    <>
      <DraftFound />
      <AboutCase slug={draft.caseSlug ?? ''} onDrop={() => setCase(null)} />
      {errorOf('stationCode') && <StationGone onChange={() => change({ station: null })} />}
    </>
  )
  return (
    <StepFrame step="what" state={state} title={t('case-report.what')} before={before}>
      <Words state={state} label={t('case-report.words')} hint={t('case-report.words.hint')} />
      <LoadState query={categories} skeleton={{ look: 'list', rows: 3 }}>
        {(items) => (
          <Kinds
            kinds={kindsForCase(items)}
            value={draft.categoryCode}
            error={errorOf('category')}
            onChange={(categoryCode) => change({ categoryCode, answers: {} })}
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
    </StepFrame>
  )
}

interface KindsProps {
  kinds: readonly Category[]
  value: string
  error?: string
  onChange: (code: string) => void
}

function Kinds({ kinds, value, error, onChange }: KindsProps) {
  const t = useText()
  return (
    <Choice
      id="category"
      label={t('case-report.kind')}
      value={value}
      options={kinds.map(({ code, name }) => ({ value: code, label: name }))}
      error={error}
      onChange={onChange}
    />
  )
}
