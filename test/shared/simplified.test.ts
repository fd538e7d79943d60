import { Converter } from 'opencc-js/t2cn'
import { expect, it } from 'vitest'
import { pairsIn, toSimplified } from '../../shared/domain/simplified.ts'

const converted = Converter({ from: 't', to: 'cn' })

it('writes every character in Simplified as opencc does', () => {
  const wrong: string[] = []
  for (let point = 0x4e00; point <= 0x9fff; point++) {
    const letter = String.fromCodePoint(point)
    const wanted = letter === '著' ? '着' : converted(letter)
    if (wanted.length === 1 && toSimplified(letter) !== wanted) wrong.push(letter)
  }
  expect(wrong).toEqual([])
  expect(toSimplified('北京路 2 號, Floor 3')).toBe('北京路 2 号, Floor 3')
})

it('gives the pairs that a text needs', () => {
  expect(pairsIn('路灯')).toBe('燈灯')
  expect(pairsIn('A1 大')).toBe('')
})
