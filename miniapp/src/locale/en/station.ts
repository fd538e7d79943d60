import type { station as source } from '../zh-hans/station'

export const station: Record<keyof typeof source, string> = {}
