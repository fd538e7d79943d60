import { emergenciesIn } from '@shared/domain/emergencies.ts'
import type { Category } from '@shared/contract/category.ts'
import { AboutCase } from '@/components/case-feedback/about-case'
import { Choice } from '@/kit/choice'
import { LoadState } from '@/kit/load-state'
import { TextArea } from '@/kit/text-area'
import { useText } from '@/locale/use-text'
import { kindsForCase, setCase } from '@/state/about-case'
import { TEXT_MOST } from '../form/problems'
import { StepFrame } from '../form/step-frame'
import type { StepState } from '../form/use-step'
import { CallNow } from './call-first'
import { DraftFound } from './draft-found'
import { Questions } from './questions'
import { StationGone } from './station-gone'

/** What somebody has to say of a reform: which kind of idea, and the words. Nothing that is broken is asked for. */
export function CaseStep({ state }: { state: StepState }) {
  const t = useText()
  const { draft, category, categories, change, errorOf } = state
  const calls = emergenciesIn(draft.text)
  const before = (
    <>
      <DraftFound />
      <AboutCase slug={draft.caseSlug ?? ''} onDrop={() => setCase(null)} />
      {errorOf('stationCode') && <StationGone onChange={() => change({ station: null })} />}
    </>
  )
  return (
    <StepFrame step="what" state={state} title={t('case-report.what')} before={before}>
      <TextArea
        id="text"
        label={t('case-report.words')}
        hint={t('case-report.words.hint')}
        rows={5}
        max={TEXT_MOST}
        value={draft.text}
        error={errorOf('text')}
        onChange={(text) => change({ text })}
      />
      {calls.length > 0 && <CallNow numbers={calls} />}
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
