import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  formatRecoveryCode,
  fromBase32,
  parseRecoveryCode,
  parseTotp,
  toBase32,
  totpCode,
  totpMessage,
  totpStep,
  totpUri,
} from '../../shared/domain/totp.ts'

const hmac = (key: string, step: number) =>
  createHmac('sha1', Buffer.from(key)).update(totpMessage(step)).digest()

describe('a code', () => {
  // RFC 6238, appendix B, the rows for SHA-1.
  it.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('is that of RFC 6238 at second %i', (second, code) => {
    const mac = hmac('12345678901234567890', totpStep(second * 1000))
    expect(totpCode(mac, 8)).toBe(code)
    expect(totpCode(mac)).toBe(code.slice(2))
  })

  // RFC 4226, appendix D.
  it.each([
    '755224',
    '287082',
    '359152',
    '969429',
    '338314',
    '254676',
    '287922',
    '162583',
    '399871',
    '520489',
  ])('is that of RFC 4226 (%s)', (code) => {
    const codes = Array.from({ length: 10 }, (_, count) => totpCode(hmac('12345678901234567890', count)))
    expect(codes).toContain(code)
    expect(new Set(codes).size).toBe(10)
  })

  it('changes with the half minute', () => {
    expect([totpStep(29_999), totpStep(30_000), totpStep(59_999)]).toEqual([0, 1, 1])
  })

  it.each([
    ['287082', '287082'],
    [' 287 082 ', '287082'],
    ['２８７０８２', '287082'],
    ['28708', null],
    ['2870821', null],
    ['28708a', null],
  ])('is read as people type it (%s)', (typed, code) => expect(parseTotp(typed)).toBe(code))
})

describe('a secret', () => {
  // RFC 4648, section 10, without padding.
  it.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('is base 32, there and back (%s)', (text, letters) => {
    expect(toBase32(Buffer.from(text))).toBe(letters)
    expect(Buffer.from(fromBase32(letters)).toString()).toBe(text)
  })

  it('is in the link that apps read', () => {
    const uri = new URL(totpUri('MZXW6YTBOI', { issuer: '码上', username: 'station.demo' }))
    expect(`${uri.protocol}//${uri.host}${decodeURIComponent(uri.pathname)}`).toBe(
      'otpauth://totp/码上:station.demo',
    )
    expect(Object.fromEntries(uri.searchParams)).toEqual({
      secret: 'MZXW6YTBOI',
      issuer: '码上',
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    })
  })
})

it('a recovery code is read as it was written down, whatever was misread', () => {
  const code = '7KQ2M9XA0B3C1DEF7KQ2M9XA'
  expect(formatRecoveryCode(code)).toBe('7KQ2-M9XA-0B3C-1DEF-7KQ2-M9XA')
  for (const typed of [
    '7KQ2-M9XA-0B3C-1DEF-7KQ2-M9XA',
    '7kq2m9xaOb3cIdef7kq2m9xa',
    ' 7kq2 m9xa 0b3c ldef 7kq2 m9xa ',
  ]) {
    expect(parseRecoveryCode(typed)).toBe(code)
  }
  for (const typed of ['7KQ2-M9XA-0B3C-1DEF', '7KQ2-M9XA-0B3C-1DEU-7KQ2-M9XA', '123456']) {
    expect(parseRecoveryCode(typed)).toBeNull()
  }
})
