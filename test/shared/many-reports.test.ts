import { expect, it } from 'vitest'
import { buildCity } from '../../worker/demo-city/city.ts'
import { manyReports } from '../../worker/demo-city/many-reports.ts'
import { checkAnswers } from '../../worker/use-cases/report/check-answers.ts'

const city = buildCity()
const reports = manyReports(city, 0, 2000, 2000)

it('answers what each category demands, and shows evidence where it wants some', () => {
  const used = new Set<string>()
  for (const report of reports) {
    const category = city.categories.find(({ code }) => code === report.categoryCode)
    expect(category).toBeDefined()
    if (!category) continue
    used.add(category.code)
    checkAnswers(category.questions, report.answers ?? {})
    for (const step of report.steps.filter(({ action }) => action === 'finish')) {
      expect((step.photos ?? []).length > 0).toBe(category.evidenceRequired)
    }
  }
  expect(used.size).toBe(city.categories.length)
})

it('is the same report for the same number, so that a seeding that was cut short goes on', () => {
  const rest = manyReports(city, 1000, 2000, 2000)
  expect(rest).toEqual(reports.slice(1000))
})
