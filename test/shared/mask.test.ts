import { expect, it } from 'vitest'
import { maskName, maskPhone, phoneDigits } from '../../shared/domain/mask.ts'

it.each([
  ['陈大文', '陈**'],
  ['陈文', '陈*'],
  ['陈', '*'],
  ['欧阳修文', '欧阳**'],
  ['欧阳', '欧*'],
  ['Anna Lee', 'A**'],
  [' 陈阿姨 ', '陈**'],
  ['阿卜杜拉·买买提', '阿**'],
  ['', ''],
])('the name %s is shown as %s', (name, shown) => {
  expect(maskName(name)).toBe(shown)
})

it.each([
  ['13800138000', '138****8000'],
  ['138 0013 8000', '138****8000'],
  ['+86 138-0013-8000', '138****8000'],
  ['0086 13800138000', '138****8000'],
  ['１３８００１３８０００', '138****8000'],
  ['020-83331234', '****34'],
  ['+852 2345 6789', '****89'],
  ['12345', '****45'],
  ['', ''],
])('the number %s is shown as %s', (phone, shown) => {
  expect(maskPhone(phone)).toBe(shown)
})

it('numbers that are the same are compared as the same', () => {
  const written = ['13800138000', '+86 138 0013 8000', '(0086)138-0013-8000', '１３８００１３８０００']
  expect(new Set(written.map(phoneDigits))).toEqual(new Set(['13800138000']))
  expect(phoneDigits('+852 2345 6789')).toBe('85223456789')
})
