import type { MouseEvent } from 'react'
import { useText } from '@/locale/use-text'
import { goBack, hrefOf, type Query, type RouteName } from '@/platform/navigation'
import { Icon } from './icon'

export interface BackLinkProps {
  /** where it leads who came in by a link */
  to: RouteName
  query?: Query
  label?: string
}

export function BackLink({ to, query, label }: BackLinkProps) {
  const t = useText()
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    goBack(to, query)
  }
  return (
    <a className="k-back" href={hrefOf(to, query)} onClick={follow}>
      <Icon name="back" />
      <span>{label ?? t('common.back')}</span>
    </a>
  )
}
