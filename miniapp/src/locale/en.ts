import { cases } from './en/cases'
import { shell } from './en/shell'
import { home } from './en/home'
import { report } from './en/report'
import { reportNew } from './en/report-new'
import { station } from './en/station'
import type { Dictionary } from './zh-hans'

export const en: Dictionary = { ...shell, ...home, ...station, ...report, ...reportNew, ...cases }
