import { classNames } from './class-names'
import { usePreferences } from '@/state/preferences'

/** The classes of a page's root: elder mode and its size. Everything inside scales by em. */
export function useTheme(): string {
  const elder = usePreferences((now) => now.elder)
  const size = usePreferences((now) => now.elderSize)
  const locale = usePreferences((now) => now.locale)
  return classNames('k-root', `k-lang-${locale}`, elder && `elder k-size-${size}`)
}
