import { useMemo } from 'react'
import { useStore } from 'zustand'
import { type Format, formatIn } from './format'
import { language, type Translate } from './translate'

/** `const t = useText()`, then `t('home.title', { n: 3 })`; the component follows a change of language. */
export function useText(): Translate {
  return useStore(language, (now) => now.t)
}

/** Dates, durations and numbers in the language on the screen. */
export function useFormat(): Format {
  const locale = useStore(language, (now) => now.locale)
  return useMemo(() => formatIn(locale), [locale])
}
