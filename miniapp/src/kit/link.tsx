import type { MouseEvent, ReactNode } from 'react'
import { hrefOf, navigate, type Query, redirect, type RouteName } from '@/platform/navigation'
import { Icon } from './icon'
import type { IconName } from './icon-paths'
import { linkClass } from './link-class'

export interface LinkProps {
  /** a screen of ours … */
  to?: RouteName
  query?: Query
  /** … or an address: 'tel:12345', 'https://…', a file to download */
  href?: string
  /** takes the present page's place */
  replace?: boolean
  /** text: underlined words with room for a finger; inline: within a sentence; primary and plain: look like a Button; bare: no look of its own */
  kind?: 'text' | 'inline' | 'primary' | 'plain' | 'bare'
  block?: boolean
  icon?: IconName
  label?: string
  /** the page shown now, in a navigation */
  current?: boolean
  /** saves the file under this name instead of opening it (H5) */
  download?: string
  className?: string
  children?: ReactNode
}

/** A real <a href>: opens in a new tab, can be copied; an ordinary click stays in the app. */
export function Link(props: LinkProps) {
  const { to, query, href, replace, icon, label, current, download, children } = props
  const follow = (event: MouseEvent) => {
    if (!to || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    if (replace) redirect(to, query)
    else navigate(to, query)
  }
  const outside = href !== undefined && /^https?:/.test(href)
  return (
    <a
      className={linkClass(props)}
      href={to ? hrefOf(to, query) : href}
      aria-label={label}
      aria-current={current ? 'page' : undefined}
      download={download}
      target={outside ? '_blank' : undefined}
      rel={outside ? 'noreferrer' : undefined}
      onClick={follow}
    >
      {icon && <Icon name={icon} />}
      {children}
    </a>
  )
}
