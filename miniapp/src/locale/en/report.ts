import type { report as source } from '../zh-hans/report'

export const report: Record<keyof typeof source, string> = {}
