import { useMemo } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Locale } from '@/locale/locales'
import { fill, language, type TextValues, type Translate } from '@/locale/translate'
import { useText } from '@/locale/use-text'
import type { TextKey } from '@/locale/zh-hans'
import { loadStaffDictionary } from './load-staff-dictionary'
import { type StaffDictionary, type StaffTextKey, staffZhHans } from './zh-hans'

/** Knows the staff's words and the common ones. */
export type StaffTranslate = (key: StaffTextKey | TextKey, values?: TextValues) => string

const staffWords = createStore<{ words: StaffDictionary }>(() => ({ words: staffZhHans }))

async function follow(locale: Locale): Promise<void> {
  const words = await loadStaffDictionary(locale)
  if (language.getState().locale === locale) staffWords.setState({ words })
}

// Without a network the words stay in the language that is there.
const followQuietly = ({ locale }: { locale: Locale }) => void follow(locale).catch(() => undefined)
language.subscribe(followQuietly)
followQuietly(language.getState())

/** `const t = useStaffText()`: as `useText`, with the words of `staff/locale/` besides. */
export function useStaffText(): StaffTranslate {
  const common = useText()
  const words = useStore(staffWords, (now) => now.words)
  return useMemo(() => staffTranslator(words, common), [words, common])
}

function staffTranslator(words: StaffDictionary, common: Translate): StaffTranslate {
  const own: Record<string, string | undefined> = words
  return (key, values) => {
    const text = own[key]
    return text === undefined ? common(key as TextKey, values) : fill(text, values)
  }
}
