import { SELF } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import { REFORM_CASES } from '../../shared/cases/library.ts'
import { caseList, reformCase, type CaseList } from '../../shared/contract/reform-case.ts'
import { api } from '../support/api.ts'

async function list(query = '', language = 'zh-Hans'): Promise<CaseList> {
  const answer = await api(`/cases${query}`, { language })
  expect(answer.status).toBe(200)
  return caseList.parse(await answer.json())
}

async function slugs(query: string): Promise<string[]> {
  return (await list(query)).items.map(({ slug }) => slug)
}

describe('the list of cases', () => {
  it('has all 21 on one page, in the order of the announcements', async () => {
    const { items, nextCursor } = await list()
    expect(items.map(({ slug }) => slug)).toEqual(REFORM_CASES.map(({ slug }) => slug))
    expect(items).toHaveLength(21)
    expect(nextCursor).toBeNull()
  })

  it('narrows to batch, theme and district, and to all of them together', async () => {
    expect(await slugs('?batch=2024-most-gained')).toHaveLength(10)
    expect(await slugs('?batch=2024-micro-reforms')).toHaveLength(6)
    expect(await slugs('?batch=replicated-second-batch')).toHaveLength(5)
    expect(await slugs('?theme=people-voice&district=440106')).toContain('deputy-snapshot')
    expect(await slugs('?batch=2024-most-gained&district=440106&theme=people-voice')).not.toContain(
      'deputy-snapshot',
    )
  })

  it('finds one script by the other', async () => {
    const simplified = await slugs('?q=随手拍')
    expect(simplified).toContain('deputy-snapshot')
    expect(await slugs('?q=隨手拍')).toEqual(simplified)
    expect(await slugs('?q=天河區')).toContain('deputy-snapshot')
    expect(await slugs('?q=没有这样的字')).toEqual([])
  })

  it('gives both titles and the rest in the script of the reader', async () => {
    const of = (lists: CaseList) => lists.items.find(({ slug }) => slug === 'deputy-snapshot')
    const [hans, hant, en] = [of(await list()), of(await list('', 'zh-HK')), of(await list('', 'en'))]
    for (const one of [hans, hant, en]) {
      expect(one?.title).toContain('随手拍')
      expect(one?.titleHant).toContain('隨手拍')
    }
    expect(hans).toMatchObject({
      district: { code: '440106', name: '天河区' },
      lead: '天河区',
      productLink: 'snapshot',
    })
    expect(hant).toMatchObject({ district: { name: '天河區' }, lead: '天河區' })
    expect(hant?.summary).toContain('馬上')
    expect(en).toMatchObject({ district: { name: 'Tianhe District' }, summary: hans?.summary })
    expect(hant?.figures[0]).toMatchObject({ value: 4500, text: '4500多個' })
  })

  it.each(['batch=2023', 'theme=x', `q=${'长'.repeat(41)}`])('refuses %s', async (query) => {
    expect((await api(`/cases?${query}`)).status).toBe(422)
  })
})

describe('one case', () => {
  it('comes bare and whole, every one of them', async () => {
    for (const { slug, body, bodyHant, steps } of REFORM_CASES) {
      const hans = reformCase.parse(await (await api(`/cases/${slug}`)).json())
      expect(hans).toMatchObject({ slug, body, steps })
      const hant = reformCase.parse(await (await api(`/cases/${slug}`, { language: 'zh-Hant' })).json())
      expect(hant.body).toEqual(bodyHant)
    }
  })

  it('is 404 under a name that no case has', async () => {
    for (const slug of ['no-such-case', 'constructor', '__proto__']) {
      expect((await api(`/cases/${slug}`)).status).toBe(404)
    }
  })

  it('is kept by caches and asked for again by its ETag; a refusal is not', async () => {
    const first = await api('/cases/deputy-snapshot')
    expect(first.headers.get('cache-control')).toBe('public, no-cache')
    const headers = { 'If-None-Match': first.headers.get('etag') ?? '' }
    expect((await SELF.fetch('http://mashang.test/api/v1/cases/deputy-snapshot', { headers })).status).toBe(
      304,
    )
    expect((await api('/cases/no-such-case')).headers.get('cache-control')).toBe('no-store')
  })
})
