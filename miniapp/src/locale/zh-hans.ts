import { cases } from './zh-hans/cases'
import { caseDemand } from './zh-hans/case-demand'
import { chart } from './zh-hans/chart'
import { shell } from './zh-hans/shell'
import { figures } from './zh-hans/figures'
import { home } from './zh-hans/home'
import { personalData } from './zh-hans/personal-data'
import { publicTexts } from './zh-hans/public'
import { report } from './zh-hans/report'
import { reportNew } from './zh-hans/report-new'
import { station } from './zh-hans/station'
import { turnedOff } from './zh-hans/turned-off'

/** The source dictionary: its keys are the only keys. One file an area, see zh-hans/shell.ts. */
export const zhHans = {
  ...shell,
  ...home,
  ...station,
  ...turnedOff,
  ...report,
  ...reportNew,
  ...personalData,
  ...publicTexts,
  ...cases,
  ...chart,
  ...caseDemand,
  ...figures,
} as const

export type TextKey = keyof typeof zhHans
export type Dictionary = Record<TextKey, string>
