import { describe, expect, it } from 'vitest'
import { compareSuggestions } from '../../shared/domain/cluster-suggestions.ts'
import {
  FEWEST_REPORTS,
  findClusters,
  LINK_DAYS,
  LINK_LIKENESS,
  LINK_METRES,
  MOST_METRES_ACROSS,
  type Cluster,
  type ClusterCandidate,
} from '../../shared/domain/report-clusters.ts'
import { sharedWords } from '../../shared/domain/shared-words.ts'
import { bigramsOf, foldText, likeness } from '../../shared/domain/text-likeness.ts'
import { DEMO_REPORTS } from '../../worker/demo-city/report-scripts.ts'
import { ALIKE_REPORTS } from '../../worker/demo-city/scripts-alike.ts'
import { MONDAY } from '../support/facts.ts'

const DAY = 86_400_000
/** A metre in degrees of latitude. */
const METRE = 1 / 111_195

const LAMPS = [
  '中山四路口的路灯坏了三天，晚上很黑。',
  '中山四路路口那盏路灯不亮，晚上走路看不清。',
  '中山四路公交站旁的路灯坏了好几天，晚上等车很黑。',
  '四路口路灯又坏了，晚上黑得看不见台阶。',
]

let nextId = 1
function report(text: string, change: Partial<ClusterCandidate> = {}): ClusterCandidate {
  const id = nextId++
  return {
    id,
    text,
    position: { lat: 23.1291, lng: 113.2644 },
    streetCode: 's1',
    createdAt: MONDAY,
    ...change,
  }
}

function alike(a: string, b: string): number {
  return likeness(bigramsOf(a), bigramsOf(b))
}

function idsOf(clusters: Cluster[]): number[][] {
  return clusters.map(({ members }) => members.map(({ id }) => id).sort((a, b) => a - b))
}

describe('likeness', () => {
  it('looks at letters only, whatever their width and case', () => {
    expect(foldText('ＡＢ c，１ 路灯！\n坏了。')).toBe('abc1路灯坏了')
    expect(alike('路灯坏了。', '路灯，坏了')).toBe(1)
  })

  it('goes from 0 to 1 and is the same both ways', () => {
    expect(alike('', '')).toBe(0)
    expect(alike('路', '路')).toBe(0)
    expect(alike('井盖不见了', '路灯很暗')).toBe(0)
    // 路灯 of 路灯, 灯坏 and 路灯, 灯亮.
    expect(alike('路灯坏', '路灯亮')).toBe(0.5)
    expect(alike(LAMPS[0]!, LAMPS[1]!)).toBe(alike(LAMPS[1]!, LAMPS[0]!))
  })

  it('parts what is about one thing from what is about two, in all of the demonstration city', () => {
    const texts = DEMO_REPORTS.filter((one) => !ALIKE_REPORTS.includes(one)).map(
      ({ text, categoryCode }) => ({
        categoryCode,
        print: bigramsOf(text),
      }),
    )
    const ofOneCategory = texts.flatMap((a, index) =>
      texts
        .slice(index + 1)
        .filter((b) => b.categoryCode === a.categoryCode)
        .map((b) => likeness(a.print, b.print)),
    )
    expect(ofOneCategory.length).toBeGreaterThan(70)
    const ofOneThing = LAMPS.slice(1).map((text) => alike(LAMPS[0]!, text))
    expect(Math.min(...ofOneThing)).toBeGreaterThan(LINK_LIKENESS)
    const isAlike = ofOneCategory.filter((value) => value >= LINK_LIKENESS)
    // A few of the scripts are about one thing on purpose: those that are merged.
    expect(isAlike.length / ofOneCategory.length).toBeLessThan(0.15)
  })
})

describe('the reports of the demonstration city that are alike on purpose', () => {
  const candidates = DEMO_REPORTS.map(({ key, categoryCode, text, place, stationNumber, daysAgo }, id) => ({
    key,
    categoryCode,
    candidate: {
      id,
      text,
      position: place ?? null,
      streetCode: stationNumber,
      createdAt: MONDAY - Math.round(daysAgo * DAY),
    },
  }))

  it.each([...new Set(ALIKE_REPORTS.map(({ categoryCode }) => categoryCode))])(
    'are found as one cluster of theirs: %s',
    (categoryCode) => {
      const alike = ALIKE_REPORTS.filter((one) => one.categoryCode === categoryCode).map(({ key }) => key)
      const own = candidates.filter((one) => one.categoryCode === categoryCode)
      const clusters = findClusters(own.map(({ candidate }) => candidate))
      const keys = clusters.map(({ members }) => members.map(({ id }) => DEMO_REPORTS[id]?.key))
      expect(alike.length).toBeGreaterThanOrEqual(FEWEST_REPORTS)
      expect(keys).toEqual([expect.arrayContaining(alike)])
    },
  )
})

describe('shared words', () => {
  it('are what most texts say, without the words that hold sentences together', () => {
    const words = sharedWords(LAMPS)
    expect(words).toContain('路灯')
    expect(words).toContain('四路')
    expect(words.length).toBeLessThanOrEqual(5)
    expect(sharedWords(['井盖不见了', '路灯很暗', '门口积水'])).toEqual([])
  })

  it('finds Latin words too', () => {
    expect(sharedWords(['The street lamp is broken', 'Another lamp broken here', 'lamp broken'])).toContain(
      'broken',
    )
  })
})

describe('clusters', () => {
  it('are found with their reasons', () => {
    const reports = LAMPS.map((text, n) =>
      report(text, {
        position: { lat: 23.1291 + n * 100 * METRE, lng: 113.2644 },
        createdAt: MONDAY + n * 2 * DAY,
      }),
    )
    const found = findClusters(reports)
    expect(idsOf(found)).toEqual([reports.map(({ id }) => id)])
    const [{ reasons, members }] = found as [Cluster]
    expect(reasons).toMatchObject({ radiusMetres: 150, days: 6, from: MONDAY, to: MONDAY + 6 * DAY })
    expect(reasons.likeness).toBeGreaterThanOrEqual(LINK_LIKENESS)
    expect(reasons.sharedWords).toContain('路灯')
    for (const { similarity } of members) expect(similarity).toBeGreaterThanOrEqual(LINK_LIKENESS)
    // Latest first.
    expect(members.map(({ id }) => id)).toEqual(reports.map(({ id }) => id).reverse())
  })

  it('are the same in whatever order the reports come', () => {
    const reports = LAMPS.map((text, n) => report(text, { createdAt: MONDAY + n }))
    expect(findClusters([...reports].reverse())).toEqual(findClusters(reports))
  })

  it('need at least three', () => {
    expect(FEWEST_REPORTS).toBe(3)
    expect(findClusters(LAMPS.slice(0, 2).map((text) => report(text)))).toEqual([])
  })

  it.each<[string, (n: number) => Partial<ClusterCandidate>, boolean]>([
    [
      'at the edge of near',
      (n) => ({ position: { lat: 23.1 + n * (LINK_METRES - 1) * METRE, lng: 113.2 } }),
      true,
    ],
    ['too far', (n) => ({ position: { lat: 23.1 + n * (LINK_METRES + 5) * METRE, lng: 113.2 } }), false],
    ['at the edge of time', (n) => ({ createdAt: MONDAY + n * LINK_DAYS * DAY }), true],
    ['too far in time', (n) => ({ createdAt: MONDAY + n * (LINK_DAYS * DAY + 1) }), false],
    ['without a position in one street', () => ({ position: null }), true],
    [
      'without a position in different streets',
      (n) => ({ position: null, streetCode: `street-${n}` }),
      false,
    ],
    ['without position and street', () => ({ position: null, streetCode: null }), false],
    ['one without a position beside others', (n) => (n === 0 ? { position: null } : {}), true],
  ])('%s', (_, change, isOne) => {
    const found = findClusters(LAMPS.slice(0, 3).map((text, n) => report(text, change(n))))
    expect(found).toHaveLength(isOne ? 1 : 0)
  })

  it('leave out what is about something else', () => {
    const lamps = LAMPS.map((text) => report(text))
    const other = report('后门的井盖不见了，有人用竹竿插着做记号。')
    expect(idsOf(findClusters([...lamps, other]))).toEqual([lamps.map(({ id }) => id)])
  })

  it('do not grow along a street for ever: neither in length nor in number', () => {
    const along = Array.from({ length: 12 }, (_, n) =>
      report(LAMPS[0]!, { position: { lat: 23.1 + n * 400 * METRE, lng: 113.2 } }),
    )
    const found = findClusters(along)
    expect(found.length).toBeGreaterThan(1)
    for (const { reasons } of found) expect(reasons.radiusMetres).toBeLessThanOrEqual(MOST_METRES_ACROSS / 2)
    const crowd = findClusters(Array.from({ length: 120 }, (_, n) => report(LAMPS[n % 4]!)))
    expect(crowd.every(({ members }) => members.length <= 50)).toBe(true)
    expect(crowd.reduce((sum, { members }) => sum + members.length, 0)).toBeGreaterThan(100)
  })

  it('say nothing of a radius where nobody gave a position', () => {
    const found = findClusters(LAMPS.map((text) => report(text, { position: null })))
    expect(found[0]?.reasons.radiusMetres).toBeNull()
  })
})

describe('suggestions', () => {
  const cluster = (...ids: number[]): Cluster => ({
    members: ids.map((id) => ({ id, similarity: 0.5 })),
    reasons: { radiusMetres: 1, days: 1, likeness: 0.5, sharedWords: [], from: 0, to: 1 },
  })
  const nothing = { added: [], changed: [], removed: [] }

  it('stay as they are when nothing changed', () => {
    expect(compareSuggestions([{ id: 1, reports: [3, 2, 1], dismissed: null }], [cluster(1, 2, 3)])).toEqual(
      nothing,
    )
  })

  it('appear, grow and go', () => {
    const grown = cluster(1, 2, 3, 4)
    const fresh = cluster(7, 8, 9)
    const known = [
      { id: 1, reports: [1, 2, 3], dismissed: null },
      { id: 2, reports: [20, 21, 22], dismissed: null },
    ]
    expect(compareSuggestions(known, [grown, fresh])).toEqual({
      added: [fresh],
      changed: [{ id: 1, cluster: grown, isRevived: false }],
      removed: [2],
    })
  })

  it('are continued by the cluster with the most reports of theirs', () => {
    const [small, large] = [cluster(1, 8, 9), cluster(2, 3, 4)]
    const known = [{ id: 1, reports: [1, 2, 3, 4], dismissed: null }]
    expect(compareSuggestions(known, [small, large])).toMatchObject({
      added: [small],
      changed: [{ id: 1, cluster: large }],
    })
  })

  it('that were dismissed come back only with two reports more', () => {
    const known = [{ id: 1, reports: [1, 2, 3], dismissed: [1, 2, 3] }]
    const [one] = compareSuggestions(known, [cluster(1, 2, 3, 4)]).changed
    expect(one?.isRevived).toBe(false)
    const [two] = compareSuggestions(known, [cluster(1, 2, 3, 4, 5)]).changed
    expect(two?.isRevived).toBe(true)
    // Two have come, though one has gone.
    const [exchanged] = compareSuggestions(known, [cluster(2, 3, 4, 5)]).changed
    expect(exchanged?.isRevived).toBe(true)
  })
})
