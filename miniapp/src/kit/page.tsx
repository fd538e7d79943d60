import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { languageTags } from '@/locale/locales'
import { useText } from '@/locale/use-text'
import { type Query, type RouteName, useHidden, useShown } from '@/platform/navigation'
import { usePreferences } from '@/state/preferences'
import { BackLink } from './back-link'
import { classNames } from './class-names'
import { usePageTitle } from './use-page-title'
import { useTheme } from './use-theme'

export interface PageProps {
  /** the h1 and the window's title */
  title: string
  /** one line under the title */
  lead?: ReactNode
  /** the h1 is for screen readers only: the page shows its name another way */
  hideTitle?: boolean
  /** a way back: one page, or to `to` for who came in by a link */
  back?: { to: RouteName; query?: Query; label?: string }
  /** at the left of the top row, where there is no way back */
  start?: ReactNode
  /** at the right of the top row */
  actions?: ReactNode
  /** the staff's desk uses the whole window; residents' pages are one column of 640 px */
  wide?: boolean
  children: ReactNode
}

/** Every screen's frame: theme, skip link, main landmark, title. */
export function Page({ title, lead, hideTitle, back, start, actions, wide, children }: PageProps) {
  const t = useText()
  const locale = usePreferences((now) => now.locale)
  const theme = useTheme()
  // Pages of the stack live in one document: their ids must differ.
  const mainId = useId()
  const main = useRef<HTMLElement>(null)
  usePageTitle(title)
  useFocusOnArrival(main)
  const skip = (event: MouseEvent) => {
    // A change of the hash would make Taro's router open the page anew.
    event.preventDefault()
    main.current?.focus()
  }
  return (
    <div className={theme} lang={languageTags[locale]}>
      {/* A landmark of its own: pages left behind stay in the document, so this is not always its first link. */}
      <nav aria-label={t('common.skip')}>
        <a className="k-skip" href={`#${mainId}`} onClick={skip}>
          {t('common.skip')}
        </a>
      </nav>
      <div className={classNames('k-page', wide && 'k-page-wide')}>
        {(back || start || actions) && (
          <header className="k-bar">
            {back ? <BackLink {...back} /> : <div>{start}</div>}
            {actions && <div className="k-bar-actions">{actions}</div>}
          </header>
        )}
        <main className="k-main" id={mainId} ref={main} tabIndex={-1}>
          <h1 className={hideTitle ? 'k-hidden' : 'k-title'}>{title}</h1>
          {lead && <p className="k-lead">{lead}</p>}
          {children}
        </main>
      </div>
    </div>
  )
}

let arrivedBefore = false

/**
 * After a click inside the app the browser does not move the focus by itself: it goes to the new page, and
 * back to where it was on the old one. On the first load it is left alone.
 */
function useFocusOnArrival(main: { current: HTMLElement | null }) {
  const left = useRef<Element | null>(null)
  useEffect(() => {
    if (arrivedBefore) main.current?.focus({ preventScroll: true })
    arrivedBefore = true
  }, [main])
  useHidden(() => {
    left.current = document.activeElement
  })
  useShown(() => {
    if (left.current instanceof HTMLElement) left.current.focus({ preventScroll: true })
  })
}
