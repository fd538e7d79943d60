import type { staff as source } from '../zh-hans/staff'

export const staff: Record<keyof typeof source, string> = {}
