import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  bitsWorth,
  EASIEST_BITS,
  HARDEST_BITS,
  prepareTrial,
  proofText,
} from '../../shared/domain/proof-of-work.ts'
import { prepareSha256 } from '../../shared/domain/sha256.ts'

const CHALLENGE = `sign-in.15.1795406700000.${'A'.repeat(22)}.${'f'.repeat(32)}`

/** As anybody else would count them. */
function zeroBits(text: string): number {
  const bits = [...createHash('sha256').update(text).digest()]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('')
  return bits.indexOf('1')
}

describe('SHA-256', () => {
  it('is the one that everybody has, wherever a text is cut and a block ends', () => {
    const wrong: string[] = []
    for (let prefix = 0; prefix < 131; prefix += 1) {
      for (const rest of [0, 1, 7, 55, 56, 63, 64, 65, 119, 120]) {
        const words = prepareSha256('p'.repeat(prefix))('7'.repeat(rest))
        const hex = [...words].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
        const expected = createHash('sha256')
          .update('p'.repeat(prefix) + '7'.repeat(rest))
          .digest('hex')
        if (hex !== expected) wrong.push(`${prefix} + ${rest}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('of one beginning gives the same for the same rest, whatever was asked between', () => {
    const hash = prepareSha256(CHALLENGE)
    const first = [...hash('1')]
    hash('2')
    expect([...hash('1')]).toEqual(first)
  })
})

describe('a trial', () => {
  it('counts zero bits as everybody does', () => {
    const found = Array.from({ length: 3000 }, (_, number) => number)
    for (const bits of [1, 7, 8, 9, 10]) {
      const isFound = prepareTrial(CHALLENGE, bits)
      const expected = found.filter((number) => zeroBits(proofText(CHALLENGE, number)) >= bits)
      expect(found.filter(isFound)).toEqual(expected)
      expect(expected.length).toBeGreaterThan(0)
    }
  })

  it('can be won', () => {
    const isFound = prepareTrial(CHALLENGE, EASIEST_BITS)
    let number = 0
    while (!isFound(number)) number += 1
    expect(zeroBits(`${CHALLENGE}.${number}`)).toBeGreaterThanOrEqual(EASIEST_BITS)
  })
})

it('a harder proof reaches twice as far, and none reaches as far as it is', () => {
  expect(bitsWorth(0)).toBe(1)
  expect(bitsWorth(EASIEST_BITS)).toBe(2)
  expect(bitsWorth(EASIEST_BITS + 1)).toBe(4)
  expect(HARDEST_BITS).toBeLessThan(32)
})
