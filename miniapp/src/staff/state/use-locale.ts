import { useStore } from 'zustand'
import type { Locale } from '@/locale/locales'
import { language } from '@/locale/translate'

/** The language on the screen: what the server names is read anew with it. */
export function useLocale(): Locale {
  return useStore(language, (now) => now.locale)
}
