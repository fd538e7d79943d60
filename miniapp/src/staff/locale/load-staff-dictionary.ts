import type { Locale } from '@/locale/locales'
import { type StaffDictionary, staffZhHans } from './zh-hans'

/** As the main dictionaries: in a browser the second and third language come when somebody wants them. */
export async function loadStaffDictionary(locale: Locale): Promise<StaffDictionary> {
  if (locale === 'zh-hant') return (await import('./zh-hant')).staffZhHant
  if (locale === 'en') return (await import('./en')).staffEn
  return staffZhHans
}
