import { REFORM_CASES } from '../../shared/cases/library.ts'
import type { CaseDemand, WishAnswer } from '../../shared/contract/case-wish.ts'
import type { ShownCase } from '../../shared/contract/reform-case.ts'
import { preferredLocale, type Locale } from '../../shared/domain/locale.ts'
import { DISTRICTS } from '../../worker/demo-city/districts.ts'
import { caseTold } from '../../worker/use-cases/case/get-case.ts'
import { knownCase } from '../../worker/use-cases/case/known-case.ts'
import { listCases } from '../../worker/use-cases/case/list-cases.ts'

const KNOWN = new Set(['demand', ...REFORM_CASES.map(({ slug }) => slug)])

function refused(status: number, code: string, message: string): Response {
  return Response.json({ error: { code, message } }, { status })
}

/** The cases' part of the API for screens: what the worker's use cases say, and a database of one device. */
export class CaseCity {
  /** No answer comes. */
  offline = false
  /** Every answer is a failure of the server. */
  broken = false
  reports = 0
  /** Of others: slug and district's code to how many. */
  readonly wishes = new Map<string, number>()
  readonly mine = new Map<string, string>()
  readonly calls: string[] = []

  demand(slug: string): CaseDemand {
    const districts = DISTRICTS.map(({ code, name }) => ({
      code,
      name,
      wishes: (this.wishes.get(`${slug} ${code}`) ?? 0) + Number(this.mine.get(slug) === code),
    }))
    return { total: districts.reduce((sum, { wishes }) => sum + wishes, 0), districts }
  }

  shown(slug: string, locale: Locale): ShownCase {
    return { ...caseTold(knownCase(slug), locale), demand: this.demand(slug), reports: this.reports }
  }

  list(locale: Locale) {
    return listCases({ locale }, {})
  }

  private wish(slug: string): WishAnswer {
    const demand = this.demand(slug)
    return { demand, mine: demand.districts.find(({ code }) => code === this.mine.get(slug)) ?? null }
  }

  private read(path: string[], locale: Locale): unknown {
    const [, slug = '', wishes] = path
    if (path.length === 1) return this.list(locale)
    if (wishes) return this.wish(slug)
    if (slug !== 'demand') return this.shown(slug, locale)
    const items = REFORM_CASES.map(({ slug: one, title, titleHant }) => ({
      slug: one,
      title,
      titleHant,
      demand: this.demand(one),
    }))
    const wanted = items.filter(({ demand }) => demand.total > 0)
    return { items: wanted.sort((one, other) => other.demand.total - one.demand.total) }
  }

  private write(slug: string, method: string, body: string): void {
    if (method === 'DELETE') this.mine.delete(slug)
    if (method === 'POST') this.mine.set(slug, (JSON.parse(body) as { district: string }).district)
  }

  /** Stands in for `fetch`. */
  readonly answer = async (url: string, init: RequestInit): Promise<Response> => {
    const { pathname } = new URL(url, 'http://city.example')
    const method = init.method ?? 'GET'
    this.calls.push(`${method} ${pathname}`)
    if (this.offline) throw new TypeError('Failed to fetch')
    if (this.broken) return refused(500, 'INTERNAL', '出了点问题')
    if (pathname.endsWith('/session/anonymous')) return Response.json({ token: 'device' }, { status: 201 })
    const path = pathname.split('/').slice(3)
    const slug = path[1]
    if (slug && !KNOWN.has(slug)) return refused(404, 'NOT_FOUND', '没有找到')
    if (slug) this.write(slug, method, init.body as string)
    const headers = init.headers as Record<string, string>
    return Response.json(this.read(path, preferredLocale(headers['Accept-Language'])))
  }
}
