import { useEffect } from 'react'
import { useText } from '@/locale/use-text'
import { useShown } from '@/platform/navigation'
import { setTitle } from '@/platform/set-title'

/** The title of the window follows the page in front and its language. */
export function usePageTitle(title: string): void {
  const t = useText()
  const appName = t('app.name')
  useShown(() => setTitle(title, appName))
  useEffect(() => setTitle(title, appName), [title, appName])
}
