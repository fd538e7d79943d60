import { cases } from './zh-hant/cases'
import { shell } from './zh-hant/shell'
import { home } from './zh-hant/home'
import { report } from './zh-hant/report'
import { reportNew } from './zh-hant/report-new'
import { station } from './zh-hant/station'
import type { Dictionary } from './zh-hans'

export const zhHant: Dictionary = { ...shell, ...home, ...station, ...report, ...reportNew, ...cases }
