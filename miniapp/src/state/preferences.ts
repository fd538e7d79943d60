import { LOCALES, type Locale, preferredLocale } from '@shared/domain/locale.ts'
import { create } from 'zustand'
import { deviceLanguage } from '@/platform/device-language'
import { readText, writeText } from '@/platform/storage'

/** Elder mode's body sizes in px; national guidance asks for 18 to 30. */
export const elderSizes = [20, 22, 26, 30] as const
export type ElderSize = (typeof elderSizes)[number]

interface Preferences {
  locale: Locale
  /** 长辈版: larger text, larger targets */
  elder: boolean
  elderSize: ElderSize
}

interface PreferencesStore extends Preferences {
  setLocale(locale: Locale): void
  setElder(elder: boolean): void
  setElderSize(size: ElderSize): void
}

const KEY = 'mashang.preferences'

export const usePreferences = create<PreferencesStore>((set) => ({
  ...remembered(),
  setLocale: (locale) => set({ locale }),
  setElder: (elder) => set({ elder }),
  setElderSize: (elderSize) => set({ elderSize }),
}))

usePreferences.subscribe(({ locale, elder, elderSize }) => {
  writeText(KEY, JSON.stringify({ locale, elder, elderSize } satisfies Preferences))
})

/** Tolerates whatever an older version, or a curious hand, has left in the storage. */
function remembered(): Preferences {
  const { locale, elder, elderSize } = parse(readText(KEY))
  return {
    locale: LOCALES.find((one) => one === locale) ?? preferredLocale(deviceLanguage()),
    elder: elder === true,
    elderSize: elderSizes.find((one) => one === elderSize) ?? 22,
  }
}

function parse(text: string | null): Record<string, unknown> {
  try {
    return Object(JSON.parse(text ?? '{}'))
  } catch {
    return {}
  }
}
