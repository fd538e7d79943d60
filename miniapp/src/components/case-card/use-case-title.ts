import type { CaseRow } from '@shared/contract/reform-case.ts'
import { useStore } from 'zustand'
import { language } from '@/locale/translate'

/** The title in the reader's script; readers of English get the original. */
export function useCaseTitle({ title, titleHant }: Pick<CaseRow, 'title' | 'titleHant'>): string {
  const locale = useStore(language, (now) => now.locale)
  return locale === 'zh-hant' ? titleHant : title
}

/** The language of a case's own words where it is not the page's: the cases are told in Chinese only. */
export function useCaseLanguage(): 'zh-Hans' | undefined {
  return useStore(language, (now) => (now.locale === 'en' ? 'zh-Hans' : undefined))
}
