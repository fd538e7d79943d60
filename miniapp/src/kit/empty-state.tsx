import type { ReactNode } from 'react'
import { Drawing } from './drawing'
import type { Drawing as DrawingData } from './drawing-data'

export interface EmptyStateProps {
  /** one of components/illustrations */
  drawing?: DrawingData
  title: string
  /** why it is empty, what to do */
  children?: ReactNode
  /** Buttons or Links */
  actions?: ReactNode
}

export function EmptyState({ drawing, title, children, actions }: EmptyStateProps) {
  return (
    <div className="k-empty">
      {drawing && <Drawing drawing={drawing} className="k-empty-drawing" />}
      <p className="k-empty-title">{title}</p>
      {children !== undefined && <div className="k-empty-words">{children}</div>}
      {actions && <div className="k-empty-actions">{actions}</div>}
    </div>
  )
}
