import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { queryClient } from '@/api/query-client'
import { coverFigure } from '@/components/case-cover/cover-figure'
import { coverDrawings } from '@/components/case-cover/drawings/cover-drawings'
import { dotScale, drawDots } from '@/components/case-figures/dots'
import { growthOf, pictureOf } from '@/components/case-figures/figure-picture'
import { figureWords } from '@/components/case-figures/figure-words'
import { filterFrom, NO_FILTER } from '@/components/case-filters/case-filter'
import { relatedTo } from '@/components/case-related/related'
import type { Locale } from '@/locale/locales'
import { speak } from '@/locale/translate'
import CasePage from '@/library/pages/case'
import CasesPage from '@/library/pages/cases'
import { REFORM_CASES } from '../../shared/cases/library.ts'
import type { CaseDemand } from '../../shared/contract/case-wish.ts'
import { type CaseListQuery, caseListQuery } from '../../shared/contract/reform-case.ts'
import { preferredLocale } from '../../shared/domain/locale.ts'
import { caseTold } from '../../worker/use-cases/case/get-case.ts'
import { knownCase } from '../../worker/use-cases/case/known-case.ts'
import { listCases } from '../../worker/use-cases/case/list-cases.ts'
import { showPage } from '../support/at-the-desk.tsx'
import { forgetDevice } from '../support/forget-device.ts'
import { setQuery } from '../support/taro-stub.ts'

/** What the database would add. */
const DISTRICTS = [
  ['440103', '荔湾区'],
  ['440104', '越秀区'],
  ['440106', '天河区'],
] as const
let demand: CaseDemand
let reports: number

function getCase({ locale }: { locale: Locale }, slug: string) {
  return { ...caseTold(knownCase(slug), locale), demand, reports }
}

const all = listCases({ locale: 'zh-hans' }, {}).items
let broken = false

/** The worker's own use cases answer, so that the screens are tried with what the API really says. */
async function answer(url: string, headers: Record<string, string>): Promise<Response> {
  if (broken) return Response.json({ error: { code: 'INTERNAL', message: '出了点问题' } }, { status: 500 })
  const { pathname, searchParams } = new URL(url, 'http://city.example')
  const locale = preferredLocale(headers['Accept-Language'])
  const slug = pathname.split('/')[4]
  if (slug === undefined) {
    const query = caseListQuery.parse(Object.fromEntries(searchParams)) as CaseListQuery
    return Response.json(listCases({ locale }, query))
  }
  if (!REFORM_CASES.some((one) => one.slug === slug)) {
    return Response.json({ error: { code: 'NOT_FOUND', message: '没有找到' } }, { status: 404 })
  }
  return Response.json(getCase({ locale }, slug))
}

async function open(page: 'cases' | 'case', query: Record<string, string> = {}, locale: Locale = 'zh-hans') {
  setQuery(query)
  window.history.replaceState(null, '', page === 'cases' ? '/cases' : '/case')
  await speak(locale)
  const Screen = page === 'cases' ? CasesPage : CasePage
  const view = showPage(Screen)
  await act(() => Promise.resolve())
  return view
}

async function violations(container: Element): Promise<string[]> {
  // jsdom paints nothing: contrast is measured in the browser.
  const rules = { 'color-contrast': { enabled: false } }
  const found = await axe.run(container, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'], rules })
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

beforeEach(() => {
  broken = false
  reports = 0
  demand = { total: 0, districts: DISTRICTS.map(([code, name]) => ({ code, name, wishes: 0 })) }
  vi.stubGlobal('fetch', (url: string, init: { headers: Record<string, string> }) =>
    answer(url, init.headers),
  )
})

afterEach(async () => {
  cleanup()
  forgetDevice()
  queryClient.clear()
  vi.unstubAllGlobals()
  await speak('zh-hans')
})

describe('the library', () => {
  it('shows all 21 cases on three shelves', async () => {
    const { container } = await open('cases')
    const covers = await screen.findAllByRole('heading', { level: 3 })
    expect(covers).toHaveLength(21)
    expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(3)
    expect(await violations(container)).toEqual([])
  })

  it('begins as the address says and writes there what is chosen', async () => {
    await open('cases', { theme: 'health' })
    expect(await screen.findAllByRole('heading', { level: 3 })).toHaveLength(2)
    fireEvent.change(screen.getByLabelText('批次'), { target: { value: 'replicated-second-batch' } })
    await screen.findByText('农村“一元钱看病”')
    await vi.waitFor(() => expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(1))
    expect(window.location.search).toBe('?batch=replicated-second-batch&theme=health')
    fireEvent.click(screen.getByRole('button', { name: '看病', pressed: true }))
    await vi.waitFor(() => expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(5))
    expect(window.location.search).toBe('?batch=replicated-second-batch')
  })

  it('finds Simplified titles by Traditional words', async () => {
    await open('cases')
    fireEvent.change(screen.getByLabelText('搜索'), { target: { value: '飯堂' } })
    const titles = screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)
    expect(titles[0]).toBe('创新长者饭堂，陪伴三餐四季')
    expect(titles.length).toBeLessThan(5)
    await vi.waitFor(() => expect(window.location.search).not.toBe(''))
    expect(window.location.search).toBe(`?q=${encodeURIComponent('飯堂')}`)
  })

  it('says what to do when nothing fits', async () => {
    const { container } = await open('cases', { q: '飞碟' })
    expect(await screen.findByText('没有符合的案例')).toBeTruthy()
    expect(await violations(container)).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: '显示全部' }))
    await vi.waitFor(() => expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(21), 3000)
  })

  it('says what happened and tries again', async () => {
    broken = true
    await open('cases')
    await screen.findByText('出了点问题')
    broken = false
    fireEvent.click(screen.getByRole('button', { name: '再试一次' }))
    expect(await screen.findAllByRole('heading', { level: 3 })).toHaveLength(21)
  })

  it('reads an address that means nothing as no filter', () => {
    expect(filterFrom({ batch: '2019', theme: 'ufo', district: 'x', q: undefined })).toEqual(NO_FILTER)
  })
})

describe('a case', () => {
  it.each(['zh-hans', 'zh-hant', 'en'] as const)('is told whole, in %s', async (locale) => {
    const { container } = await open('case', { slug: 'people-voice-by-code' }, locale)
    const whole = getCase({ locale }, 'people-voice-by-code')
    const title = locale === 'zh-hant' ? whole.titleHant : whole.title
    expect(await screen.findByRole('heading', { level: 1, name: title })).toBeTruthy()
    for (const text of [
      whole.lead,
      ...whole.body,
      ...whole.steps,
      ...whole.figures.map(({ counts }) => counts),
    ]) {
      expect(screen.getAllByText(text).length).toBeGreaterThan(0)
    }
    expect(screen.getByText(new RegExp(whole.source.publisher))).toBeTruthy()
    expect(await violations(container)).toEqual([])
  })

  it.each(REFORM_CASES.map(({ slug }) => slug))(
    '%s shows every figure as its source puts it',
    async (slug) => {
      const { container } = await open('case', { slug })
      const { figures } = getCase({ locale: 'zh-hans' }, slug)
      await screen.findByRole('list', { name: '看得见的数' })
      const cards = within(screen.getByRole('list', { name: '看得见的数' })).getAllByRole('listitem')
      expect(cards).toHaveLength(figures.length)
      for (const [index, { label, text, counts }] of figures.entries()) {
        for (const words of [label, text, counts]) expect(cards[index]?.textContent).toContain(words)
      }
      const rows = [...container.querySelectorAll('.case-page-figures tbody tr')].map(
        (row) => row.textContent,
      )
      expect(rows.map((row) => figures.some(({ label }) => row?.startsWith(label)))).toEqual(
        figures.map(() => true),
      )
    },
  )

  it('marks Chinese words as Chinese where the page speaks English', async () => {
    const { container } = await open('case', { slug: 'village-gala' }, 'en')
    await screen.findByRole('heading', { name: 'How it works' })
    const { summary } = getCase({ locale: 'en' }, 'village-gala')
    const own = [...container.querySelectorAll('p')].find((one) => one.textContent === summary)
    expect(own?.closest('[lang]')?.getAttribute('lang')).toBe('zh-Hans')
  })

  it('leads from the report case straight to reporting', async () => {
    await open('case', { slug: 'people-voice-by-code' })
    const link = await screen.findByRole('link', { name: '我要反映' })
    expect(link.getAttribute('href')).toBe('/report/new')
    expect(screen.getByRole('link', { name: '扫联络站的码' }).getAttribute('href')).toBe('/scan')
  })

  it('leads from the snapshot case to the camera, where deputies sign in', async () => {
    await open('case', { slug: 'deputy-snapshot' })
    const link = await screen.findByRole('link', { name: '随手拍' })
    expect(link.getAttribute('href')).toBe('/staff/snapshot')
  })

  it('has no such button in any other case', async () => {
    await open('case', { slug: 'better-homes' })
    await screen.findByRole('heading', { level: 1 })
    expect(screen.queryByText('这件事，您现在就能做')).toBeNull()
  })

  it('recommends others of its theme first, never itself', async () => {
    await open('case', { slug: 'one-yuan-clinic' })
    const next = await screen.findByRole('list', { name: '接着看' })
    const titles = within(next).getAllByRole('heading', { level: 3 })
    expect(titles[0]?.textContent).toContain('就医无感支付')
    for (const one of all) expect(relatedTo(one, all)).not.toContain(one)
  })

  it('sends an unknown address to the library', async () => {
    await open('case', { slug: 'flying-saucers' })
    expect(await screen.findByText('没有这个案例')).toBeTruthy()
    expect(screen.getByRole('link', { name: '看全部案例' }).getAttribute('href')).toBe('/cases')
  })
})

describe('the figures', () => {
  it('are growth, a share or a pair exactly where the sources say so', () => {
    const told = all.flatMap(({ slug, figures }) =>
      figures.map((figure) => [slug, figure.text, pictureOf(figure, figures).kind]),
    )
    const ofKind = (kind: string) =>
      told.filter(([, , one]) => one === kind).map(([slug, text]) => `${slug} ${text}`)
    expect(ofKind('growth')).toEqual([
      'police-one-window 24.3%',
      'people-voice-by-code 350%',
      'childcare-network 95.3%',
      'hong-kong-macao-tax-bridge 123%',
      'hong-kong-macao-tax-bridge 翻倍',
      'high-school-places 14.3%',
    ])
    expect(ofKind('share')).toEqual([
      'better-homes 100%',
      'better-homes 近90%',
      'high-school-places 62.18%',
      'elderly-canteens 100%',
      'deputy-snapshot 90%以上',
    ])
    expect(ofKind('reform')).toEqual([
      'seamless-medical-payment 2个→0个',
      'policy-payout 6个流程→3个环节',
      'policy-payout 事后2次→事前1次',
    ])
  })

  it('read the same in both scripts', () => {
    const hant = listCases({ locale: 'zh-hant' }, {}).items
    const kinds = (items: typeof all) =>
      items.map(({ figures }) => figures.map((one) => pictureOf(one, figures).kind))
    expect(kinds(hant)).toEqual(kinds(all))
  })

  it('are as many dots as their number says, on one scale for one unit', () => {
    for (const { figures } of all) {
      for (const figure of figures.filter((one) => pictureOf(one, figures).kind === 'dots')) {
        const scale = dotScale(figure, figures)
        const dots = drawDots(figure.value, scale).shapes.flatMap(({ d }) => d.match(/M/g) ?? []).length
        expect(Math.abs(dots - figure.value / scale.each)).toBeLessThan(1)
        expect(dots).toBeLessThanOrEqual(700)
        expect(Math.log10(scale.each) % 1).toBe(0)
      }
    }
    const stations = all.find(({ slug }) => slug === 'people-voice-by-code')?.figures ?? []
    expect(dotScale(stations[0]!, stations).each).toBe(1)
    expect(dotScale(stations[5]!, stations)).toEqual(dotScale(stations[6]!, stations))
  })

  it('grow to what the percentage says', () => {
    const figure = { value: 350, unit: '%', label: '比上年增长', text: '350%', counts: '与2023年相比的增幅' }
    expect(growthOf(figure)).toBe(4.5)
  })

  it('keep every word of the source, with the number set apart', () => {
    expect(figureWords('超926万千瓦时')).toEqual({ lead: '超', number: '926万', rest: '千瓦时' })
    for (const { text } of all.flatMap(({ figures }) => figures)) {
      const { lead, number, rest } = figureWords(text)
      expect(lead + number + rest).toBe(text)
    }
  })
})

describe('the covers', () => {
  it('are drawn for every case, and for no other', () => {
    expect(Object.keys(coverDrawings).sort()).toEqual(REFORM_CASES.map(({ slug }) => slug).sort())
  })

  it('show a figure of the case itself', () => {
    const without = all.filter(({ slug, figures }) => coverFigure(slug, figures) === null)
    expect(without.map(({ slug }) => slug)).toEqual(['historic-quarters'])
    const strangers = all.filter(({ slug, figures }) => {
      const figure = coverFigure(slug, figures)
      return figure !== null && !figures.includes(figure)
    })
    expect(strangers).toEqual([])
    expect(
      coverFigure('elderly-canteens', all.find(({ slug }) => slug === 'elderly-canteens')!.figures)?.text,
    ).toBe('78.60万人次')
  })
})
