import { createStore } from 'zustand/vanilla'
import { loadDictionary } from './load-dictionary'
import type { Locale } from './locales'
import { type Dictionary, type TextKey, zhHans } from './zh-hans'

export type TextValues = Record<string, string | number>
export type Translate = (key: TextKey, values?: TextValues) => string

export interface Language {
  locale: Locale
  t: Translate
}

/** The words on the screen now. They change only after the new dictionary has arrived. */
export const language = createStore<Language>(() => ({ locale: 'zh-hans', t: translator(zhHans) }))

let wanted: Locale = 'zh-hans'

/** Rejects when the dictionary cannot be fetched; the words on the screen then stay as they are. */
export async function speak(locale: Locale): Promise<void> {
  wanted = locale
  const dictionary = await loadDictionary(locale)
  if (wanted === locale) language.setState({ locale, t: translator(dictionary) })
}

function translator(dictionary: Dictionary): Translate {
  return (key, values) => fill(dictionary[key] ?? zhHans[key], values)
}

/** '{n}' → the value; '{n|one|many}' → the form for n. An unknown name stays as written. */
export function fill(text: string, values: TextValues = {}): string {
  return text.replace(
    /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g,
    (whole, name: string, one?: string, many?: string) => {
      const value = values[name]
      if (value === undefined) return whole
      if (one === undefined || many === undefined) return String(value)
      return Number(value) === 1 ? one : many
    },
  )
}
