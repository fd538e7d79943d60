import type { home as source } from '../zh-hans/home'

export const home: Record<keyof typeof source, string> = {}
