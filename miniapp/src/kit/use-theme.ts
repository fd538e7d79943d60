import { classNames } from './class-names'
import { fontScale } from '@/platform/font-scale'
import { elderSizes, usePreferences } from '@/state/preferences'

/** Body size outside elder mode, px (styles/_tokens.scss). */
const BODY = 17

/** The size that comes nearest to the text which the platform is set to; null for the usual one. */
function sizeOfPlatform(): number | null {
  const wanted = BODY * fontScale()
  return elderSizes.findLast((size) => size <= wanted + 0.5) ?? null
}

/** The size of body text in px. */
export function useBodySize(): number {
  const elder = usePreferences((now) => now.elder)
  const size = usePreferences((now) => now.elderSize)
  const set = sizeOfPlatform()
  return elder ? Math.max(size, set ?? 0) : (set ?? BODY)
}

/** The classes of a page's root: elder mode, and the size of text. Everything inside scales by em. */
export function useTheme(): string {
  const elder = usePreferences((now) => now.elder)
  const size = usePreferences((now) => now.elderSize)
  const locale = usePreferences((now) => now.locale)
  const set = sizeOfPlatform()
  const shown = elder ? Math.max(size, set ?? 0) : set
  return classNames('k-root', `k-lang-${locale}`, elder && 'elder', shown !== null && `k-size-${shown}`)
}
