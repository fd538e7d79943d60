import type { Statistics, StatisticsQuery } from '../../../shared/contract/statistics.ts'
import { AppError } from '../../../shared/domain/errors.ts'
import {
  addCounts,
  figuresOf,
  isNothing,
  problemsOf,
  type FiguresAsked,
} from '../../../shared/domain/figures.ts'
import type { Context } from '../../context.ts'
import { wordsIn } from '../../locale/words.ts'
import { figureGroups, unknownOf, type FigureGroup } from '../../repository/figures.ts'
import { runBatch } from '../../repository/query.ts'

function askedOf(query: StatisticsQuery): FiguresAsked {
  const { by, from = null, to = null, district = null, category = null, station = null, body = null } = query
  return { by, from, to, district, category, station, body }
}

function itemOf(ctx: Context, by: FiguresAsked['by'], { code, name, counts }: FigureGroup) {
  const figures = figuresOf(counts)
  if (by === 'month') return { month: code ?? '', ...figures }
  return { code, name: name ?? wordsIn(ctx.locale).figures.noBody, ...figures }
}

/**
 * The figures of the reports filed in a period, for anyone, with a series that splits the same reports.
 *
 * @throws AppError `VALIDATION_FAILED` for an unknown code, an upside-down period, or a question that no counter answers
 */
export async function getStatistics(ctx: Context, query: StatisticsQuery): Promise<Statistics> {
  const asked = askedOf(query)
  const problems = problemsOf(asked)
  if (Object.keys(problems).length > 0) throw new AppError('VALIDATION_FAILED', { fields: problems })
  const [unknown, found] = await runBatch(ctx.db, [
    unknownOf(ctx.db, asked),
    figureGroups(ctx.db, asked, ctx.locale),
  ])
  if (unknown.length > 0) {
    const fields = Object.fromEntries(unknown.map((field) => [field, { problem: 'unknown' as const }]))
    throw new AppError('VALIDATION_FAILED', { fields })
  }
  const groups = found.filter(({ counts }) => !isNothing(counts))
  return {
    period: { from: asked.from, to: asked.to },
    // The groups share no report, so the whole is their sum and cannot disagree with the series.
    ...figuresOf(addCounts(groups.map(({ counts }) => counts))),
    series: groups.map((group) => itemOf(ctx, asked.by, group)),
  }
}
