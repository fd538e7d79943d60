import type { State } from '@shared/domain/report-state.ts'
import { Badge } from '@/kit/badge'
import type { IconName } from '@/kit/icon-paths'
import type { Tone } from '@/kit/tone'
import { useText } from '@/locale/use-text'

/** How a state looks; its words are 'report.state.<state>'. */
export const stateLooks: Record<State, { tone?: Tone; icon: IconName }> = {
  submitted: { tone: 'info', icon: 'inbox' },
  needs_info: { tone: 'wait', icon: 'edit' },
  assigned: { tone: 'info', icon: 'send' },
  in_progress: { tone: 'info', icon: 'clock' },
  disputed: { tone: 'wait', icon: 'alert' },
  in_review: { tone: 'info', icon: 'eye' },
  answered: { tone: 'good', icon: 'check' },
  closed: { icon: 'check' },
  declined: { tone: 'bad', icon: 'close' },
  merged: { tone: 'info', icon: 'merge' },
  withdrawn: { icon: 'back' },
}

export interface StatusBadgeProps {
  state: State
  /** 2 and more are named: 二次办理 */
  round?: number
}

/** A report's state in one or two words, with an icon beside the colour. */
export function StatusBadge({ state, round = 1 }: StatusBadgeProps) {
  const t = useText()
  const words = t(`report.state.${state}`)
  return (
    <Badge {...stateLooks[state]}>
      {round > 1 ? `${words} · ${t('report.round', { n: round })}` : words}
    </Badge>
  )
}
