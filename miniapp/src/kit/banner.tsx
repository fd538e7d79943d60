import type { ReactNode } from 'react'
import { Icon } from './icon'
import { type Tone, toneIcons } from './tone'

export interface BannerProps {
  tone?: Tone
  title?: string
  /** said aloud when it appears: bad at once, the others when the person pauses. false: it was there from the start */
  announce?: boolean
  /** Buttons or Links below the words */
  actions?: ReactNode
  children?: ReactNode
}

export function Banner({ tone = 'info', title, announce = true, actions, children }: BannerProps) {
  const role = tone === 'bad' ? 'alert' : 'status'
  return (
    <div className={`k-banner k-banner-${tone}`} role={announce ? role : undefined}>
      <Icon name={toneIcons[tone]} className="k-banner-icon" />
      <div className="k-banner-words">
        {title !== undefined && <p className="k-banner-title">{title}</p>}
        {children !== undefined && <div>{children}</div>}
        {actions && <div className="k-banner-actions">{actions}</div>}
      </div>
    </div>
  )
}
