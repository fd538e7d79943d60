import { cases } from './zh-hant/cases'
import { common } from './zh-hant/common'
import { home } from './zh-hant/home'
import { report } from './zh-hant/report'
import { reportNew } from './zh-hant/report-new'
import { station } from './zh-hant/station'
import type { Dictionary } from './zh-hans'

export const zhHant: Dictionary = { ...common, ...home, ...station, ...report, ...reportNew, ...cases }
