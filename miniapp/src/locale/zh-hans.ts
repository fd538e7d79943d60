import { cases } from './zh-hans/cases'
import { shell } from './zh-hans/shell'
import { home } from './zh-hans/home'
import { report } from './zh-hans/report'
import { reportNew } from './zh-hans/report-new'
import { station } from './zh-hans/station'

/** The source dictionary: its keys are the only keys. One file an area, see zh-hans/shell.ts. */
export const zhHans = { ...shell, ...home, ...station, ...report, ...reportNew, ...cases } as const

export type TextKey = keyof typeof zhHans
export type Dictionary = Record<TextKey, string>
