import { cases } from './en/cases'
import { caseDemand } from './en/case-demand'
import { chart } from './en/chart'
import { shell } from './en/shell'
import { figures } from './en/figures'
import { home } from './en/home'
import { personalData } from './en/personal-data'
import { publicTexts } from './en/public'
import { report } from './en/report'
import { reportNew } from './en/report-new'
import { station } from './en/station'
import { turnedOff } from './en/turned-off'
import type { Dictionary } from './zh-hans'

export const en: Dictionary = {
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
}
