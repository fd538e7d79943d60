import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { REFORM_CASES } from '../../shared/cases/library.ts'

/**
 * The words of the cases are ours. The two articles are not part of this project: here are only fingerprints of every
 * twelve characters in a row of them (SHA-256, its first five bytes), by which a copied run is known again.
 */
const LENGTH = 12
const BYTES = 5
const bytes = Buffer.from(
  readFileSync(new URL('../support/article-windows.txt', import.meta.url), 'utf8'),
  'base64',
)
const windows = new Set(
  Array.from({ length: bytes.length / BYTES }, (_, at) =>
    bytes.subarray(at * BYTES, (at + 1) * BYTES).toString('hex'),
  ),
)

/** What has a name bears it: titles, offices, slogans, and one number with its unit. */
const NAMES = [
  '先看病后付费免排队就医无感支付',
  '港澳居民税费政策快享规则转换桥',
  '创新长者饭堂陪伴三餐四季',
  '人大代表随手拍办好民生微实事',
  '代表随手拍政府马上办人大持续督',
  '村晚旅游村晚新兴消费业态',
  '企業人才教育工作集團有限公司',
  '2023年净增10107个',
]

const fold = (text: string) => text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '')
const isCopied = (window: string) =>
  windows.has(
    createHash('sha256')
      .update(window)
      .digest('hex')
      .slice(0, 2 * BYTES),
  )

/** Every run of twelve and more that stands in the articles too, as long as it is. */
function copiedRuns(text: string): string[] {
  const folded = fold(text)
  const runs: string[] = []
  let from = -1
  for (let at = 0; at <= folded.length - LENGTH + 1; at++) {
    const goes = at + LENGTH <= folded.length && isCopied(folded.slice(at, at + LENGTH))
    if (goes && from < 0) from = at
    if (!goes && from >= 0) {
      runs.push(folded.slice(from, at + LENGTH - 1))
      from = -1
    }
  }
  return runs
}

describe('the words of the cases', () => {
  it('are compared with articles of thousands of characters', () => {
    expect(windows.size).toBeGreaterThan(6000)
    expect(copiedRuns('这一段里写着：“代表随手拍、政府马上办、人大持续督”，没有别的。')).toEqual([NAMES[4]])
  })

  it.each(REFORM_CASES)('$slug copies nothing longer than a name or a phrase', (one) => {
    const texts = Object.values({ ...one, figures: one.figures.flatMap((figure) => Object.values(figure)) })
      .flat()
      .filter((value) => typeof value === 'string')
    const copied = texts.flatMap(copiedRuns).filter((run) => !NAMES.includes(run))
    expect(copied).toEqual([])
    expect(texts.length).toBeGreaterThan(15)
  })

  it('need every name that is let through', () => {
    const all = REFORM_CASES.flatMap((one) => copiedRuns(JSON.stringify(one)))
    for (const name of NAMES) expect(all.join(), name).toContain(name)
  })
})
