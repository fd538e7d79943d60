import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  codeFromBytes,
  formatCode,
  formatReportNumber,
  parseCode,
  parseReportNumber,
  reportNumber,
} from '../../shared/domain/receipt.ts'

const random = fc.integer({ min: 0, max: 9_999_999 })

it('reads back every number it makes, however it is written', () => {
  fc.assert(
    fc.property(random, (draw) => {
      const number = reportNumber('2026-11-23', draw)
      expect(number).toMatch(/^261123\d{8}$/)
      expect(parseReportNumber(number)).toBe(number)
      expect(parseReportNumber(` ${formatReportNumber(number)} `)).toBe(number)
    }),
  )
})

it('notices any single mistyped digit', () => {
  fc.assert(
    fc.property(random, fc.nat(13), fc.integer({ min: 1, max: 9 }), (draw, at, shift) => {
      const number = reportNumber('2026-11-23', draw)
      const wrong = String((Number(number[at]) + shift) % 10)
      expect(parseReportNumber(number.slice(0, at) + wrong + number.slice(at + 1))).toBeNull()
    }),
  )
})

it('takes full-width digits and mends letters that are misread', () => {
  const number = reportNumber('2026-11-23', 42)
  const fullWidth = [...number].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')
  expect(parseReportNumber(fullWidth)).toBe(number)
  expect(parseCode('k7q2-m9xa')).toBe('K7Q2M9XA')
  expect(parseCode('O1LI 0000')).toBe('01110000')
})

it('refuses what cannot be a code', () => {
  for (const typed of ['', 'K7Q2M9X', 'K7Q2M9XAA', 'K7Q2M9X!', 'UUUUUUUU', '<script>'])
    expect(parseCode(typed)).toBeNull()
})

it('makes codes of eight letters that read back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 8, maxLength: 32 }), (bytes) => {
      const code = codeFromBytes(bytes)
      expect(parseCode(formatCode(code))).toBe(code)
    }),
  )
})
