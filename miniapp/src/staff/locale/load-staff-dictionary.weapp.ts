import type { Locale } from '@/locale/locales'
import { staffEn } from './en'
import { type StaffDictionary, staffZhHans } from './zh-hans'
import { staffZhHant } from './zh-hant'

/** A subpackage is downloaded whole: every language is in it. */
export async function loadStaffDictionary(locale: Locale): Promise<StaffDictionary> {
  return { 'zh-hans': staffZhHans, 'zh-hant': staffZhHant, en: staffEn }[locale]
}
