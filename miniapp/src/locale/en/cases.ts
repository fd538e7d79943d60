import type { cases as source } from '../zh-hans/cases'

export const cases: Record<keyof typeof source, string> = {}
