import type { ReactNode } from 'react'
import { useText } from '@/locale/use-text'
import { classNames } from './class-names'
import { Icon } from './icon'
import type { IconName } from './icon-paths'
import type { Tone } from './tone'

export interface TimelineStep {
  key: string | number
  title: ReactNode
  /** when, and by whom */
  note?: ReactNode
  state: 'done' | 'now' | 'todo'
  /** bad for a bounce, wait for a question: said by the icon too */
  tone?: Tone
  icon?: IconName
  /** what was written, photos */
  content?: ReactNode
}

export interface TimelineProps {
  label: string
  steps: readonly TimelineStep[]
}

/** What happened, what happens now, what comes: an ordered list along a line. */
export function Timeline({ label, steps }: TimelineProps) {
  const t = useText()
  return (
    <ol className="k-timeline" aria-label={label}>
      {steps.map(({ key, title, note, state, tone, icon, content }) => (
        <li
          key={key}
          className={classNames('k-event', `k-event-${state}`, tone && `k-event-${tone}`)}
          aria-current={state === 'now' ? 'step' : undefined}
        >
          <span className="k-event-mark">
            <Icon name={icon ?? eventIcons[state]} size="small" label={t(`common.state.${state}`)} />
          </span>
          <div className="k-event-body">
            <div className="k-event-title">{title}</div>
            {note !== undefined && <div className="k-event-note">{note}</div>}
            {content}
          </div>
        </li>
      ))}
    </ol>
  )
}

const eventIcons = { done: 'check', now: 'clock', todo: 'more' } as const
