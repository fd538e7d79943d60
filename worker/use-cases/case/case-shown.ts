import type { CaseFigure, ReformCase } from '../../../shared/cases/reform-case.ts'
import { reachOf } from '../../../shared/cases/where.ts'
import type { CaseRow, ShownCaseFigure } from '../../../shared/contract/reform-case.ts'
import type { Named } from '../../../shared/contract/primitives.ts'
import type { Locale } from '../../../shared/domain/locale.ts'
import { DISTRICTS } from '../../demo-city/districts.ts'

const NAME = { 'zh-hans': 'name', 'zh-hant': 'nameHant', en: 'nameEn' } as const

function districtShown(code: string, locale: Locale): Named {
  return { code, name: DISTRICTS.find((one) => one.code === code)?.[NAME[locale]] ?? code }
}

function figureShown(figure: CaseFigure, locale: Locale): ShownCaseFigure {
  const isHant = locale === 'zh-hant'
  return {
    value: figure.value,
    ...(figure.before !== undefined && { before: figure.before }),
    unit: figure.unit,
    label: isHant ? figure.labelHant : figure.label,
    text: isHant ? figure.textHant : figure.text,
    counts: isHant ? figure.countsHant : figure.counts,
  }
}

/** A case as lists show it. The sources are Chinese, so a reader of English gets the Simplified text. */
export function caseShown(reformCase: ReformCase, locale: Locale): CaseRow {
  const { slug, title, titleHant, batch, theme, district, productLink, source } = reformCase
  const isHant = locale === 'zh-hant'
  const { city, districts } = reachOf(reformCase)
  return {
    slug,
    title,
    titleHant,
    batch,
    theme,
    lead: isHant ? reformCase.leadHant : reformCase.lead,
    ...(district && { district: districtShown(district.code, locale) }),
    reach: { city, districts: districts.map((code) => districtShown(code, locale)) },
    ...(productLink && { productLink }),
    summary: isHant ? reformCase.summaryHant : reformCase.summary,
    figures: reformCase.figures.map((figure) => figureShown(figure, locale)),
    source,
  }
}
