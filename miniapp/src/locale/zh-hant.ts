import { cases } from './zh-hant/cases'
import { caseDemand } from './zh-hant/case-demand'
import { chart } from './zh-hant/chart'
import { shell } from './zh-hant/shell'
import { figures } from './zh-hant/figures'
import { home } from './zh-hant/home'
import { personalData } from './zh-hant/personal-data'
import { publicTexts } from './zh-hant/public'
import { report } from './zh-hant/report'
import { reportNew } from './zh-hant/report-new'
import { station } from './zh-hant/station'
import { turnedOff } from './zh-hant/turned-off'
import type { Dictionary } from './zh-hans'

export const zhHant: Dictionary = {
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
