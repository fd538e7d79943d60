import { emergenciesIn } from '@shared/domain/emergencies.ts'
import { TextArea } from '@/kit/text-area'
import { TEXT_MOST } from '../form/problems'
import type { StepState } from '../form/use-step'
import { CallNow } from './call-first'

interface WordsProps {
  state: StepState
  label: string
  hint: string
}

/** What somebody has to say; whoever tells of an emergency sees at once whom to call. */
export function Words({ state: { draft, change, errorOf }, label, hint }: WordsProps) {
  const calls = emergenciesIn(draft.text)
  return (
    <>
      <TextArea
        id="text"
        label={label}
        hint={hint}
        rows={5}
        max={TEXT_MOST}
        value={draft.text}
        error={errorOf('text')}
        onChange={(text) => change({ text })}
      />
      {calls.length > 0 && <CallNow numbers={calls} />}
    </>
  )
}
