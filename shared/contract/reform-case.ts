import * as z from 'zod/mini'
import { BATCHES, PRODUCT_LINKS, THEMES } from '../cases/reform-case.ts'
import { caseDemand } from './case-wish.ts'
import { listOf, named } from './primitives.ts'

/** A number a source gives: `value` in the base unit for machines, `text` as the source puts it for people. */
export const caseFigure = z.object({
  value: z.number(),
  before: z.optional(z.number()),
  unit: z.string(),
  label: z.string(),
  text: z.string(),
  /** What is counted, for which period, how exactly. */
  counts: z.string(),
})
export type ShownCaseFigure = z.infer<typeof caseFigure>

/** A reform case as lists show it. The title comes in both scripts, everything else in the reader's. */
export const caseRow = z.object({
  slug: z.string(),
  title: z.string(),
  titleHant: z.string(),
  batch: z.enum(BATCHES),
  theme: z.enum(THEMES),
  lead: z.string(),
  district: z.optional(named),
  /** Where it is done by now: in the whole city, or in these districts. */
  reach: z.object({ city: z.boolean(), districts: z.array(named) }),
  /** The case that is this product: where it can be tried at once. */
  productLink: z.optional(z.enum(PRODUCT_LINKS)),
  summary: z.string(),
  figures: z.array(caseFigure),
  source: z.object({ title: z.string(), publisher: z.string(), publishedAt: z.nullable(z.string()) }),
})
export type CaseRow = z.infer<typeof caseRow>

export const caseList = listOf(caseRow)
export type CaseList = z.infer<typeof caseList>

/** `GET /api/v1/cases/{slug}` */
export const reformCase = z.object({
  ...caseRow.shape,
  body: z.array(z.string()),
  steps: z.array(z.string()),
  demand: caseDemand,
  /** Public reports that were filed about it; 1,000 stands for more. */
  reports: z.number(),
})
export type ShownCase = z.infer<typeof reformCase>

/** Query of `GET /api/v1/cases`. `q` is looked for in either script, by pinyin, its initials, and with a slip. */
export const caseListQuery = z.object({
  q: z.optional(z.string().check(z.trim(), z.maxLength(40))),
  batch: z.optional(z.enum(BATCHES)),
  theme: z.optional(z.enum(THEMES)),
  district: z.optional(z.string().check(z.maxLength(12))),
})
export type CaseListQuery = z.infer<typeof caseListQuery>
