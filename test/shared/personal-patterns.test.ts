import { describe, expect, it } from 'vitest'
import {
  blackOutText,
  findPersonal,
  isCertain,
  PERSONAL_KINDS,
  withoutPersonal,
} from '../../shared/domain/personal-patterns.ts'

/** Kind and words of everything that is found. */
const found = (text: string) => findPersonal(text).map((one) => `${one.kind} ${one.text}`)

it.each([
  ['请打13800138000找我', ['mobile 13800138000']],
  ['電話:138 0013 8000。', ['mobile 138 0013 8000']],
  ['call 138-0013-8000 please', ['mobile 138-0013-8000']],
  ['+86 13800138000', ['mobile +86 13800138000']],
  ['8613800138000', ['mobile 8613800138000']],
  ['号码１３８００１３８０００', ['mobile １３８００１３８０００']],
  ['打幺三八零零幺三八零零零', ['mobile 幺三八零零幺三八零零零']],
  ['一三九一二三四五六七八', ['mobile 一三九一二三四五六七八']],
  ['身份证11010519491231002X', ['id-card 11010519491231002X']],
  ['身份證 110105194912310029x', []],
  ['440106198001011234 不对', []],
  ['旧证110105491231002', ['id-card 110105491231002']],
  ['车牌粤A12345停在路口', ['plate 粤A12345']],
  ['粤A·12345', ['plate 粤A·12345']],
  ['粵B D12345 是電動車', ['plate 粵B D12345']],
  ['粤AD12345', ['plate 粤AD12345']],
  ['京A1234警', ['plate 京A1234警']],
  ['粤Z1234港', ['plate 粤Z1234港']],
  ['卡号6222021234567890128', ['bank-card 6222021234567890128']],
  ['单号6222021234567890127', []],
  ['卡号4111 1111 1111 1111', ['bank-card 4111 1111 1111 1111']],
  ['办公电话020-83331234', ['landline 020-83331234']],
  ['(020) 8333 1234', ['landline (020) 8333 1234']],
  ['写信给 chen.dawen@example.com', ['email chen.dawen@example.com']],
  ['微信号:dawen_chen88', ['account 微信号:dawen_chen88']],
  ['加我QQ 123456789', ['account QQ 123456789']],
  ['住在文明路12号301房', ['house-number 12号301房']],
  ['文明路 12 号 301 门口', ['house-number 12 号 301']],
  ['3 栋 501', ['house-number 3 栋 501']],
  ['3栋2单元501', ['house-number 3栋2单元501']],
  ['B座1203室', ['house-number B座1203室']],
  ['我在1203室', ['house-number 1203室']],
  ['Room 301, please', ['house-number Room 301']],
  ['13800138000或020-83331234', ['mobile 13800138000', 'landline 020-83331234']],
])('in "%s" is found %j', (text, expected) => {
  expect(found(text)).toEqual(expected)
})

it.each([
  '文明路12号门口的路灯坏了',
  '灯杆号 20231105001',
  '2026年11月29日晚上8点30分',
  '20261129',
  '3天没水，100多户受影响',
  '坐 135 路公交在 27 号线换乘',
  '请打 12345 或 110、119、120',
  '客服 400-820-8820',
  '95598 说已经报修',
  '单号 26112348291753',
  '价格 1380.01 元，一共 3800138000 元',
  '第一百二十三号',
  '三四个人，五六天',
  'K7Q2M9XA',
  '楼高 301 米',
  'G4 高速 K135+800',
  '京东快递',
  '川菜馆 A 区',
])('in "%s" is nothing personal', (text) => {
  expect(found(text)).toEqual([])
})

describe('a text that is blacked out', () => {
  const text = '张姐13800138000，车粤A12345，住12号301房，办公室020-83331234'

  it('keeps its length and everything else', () => {
    const shown = blackOutText(text, findPersonal(text))
    expect(shown).toHaveLength(text.length)
    expect(shown).toBe('张姐███████████，车███████，住███████，办公室████████████')
  })

  it('loses only what nobody needs in public when nobody has looked', () => {
    expect(withoutPersonal(text)).toBe('张姐███████████，车███████，住███████，办公室020-83331234')
    expect(findPersonal(withoutPersonal(text)).filter(isCertain)).toEqual([])
  })

  it('is the same text where there is nothing', () => {
    expect(withoutPersonal('路灯坏了')).toBe('路灯坏了')
  })
})

it('knows words for every kind, and no others', () => {
  expect(new Set(PERSONAL_KINDS).size).toBe(PERSONAL_KINDS.length)
})

it('comes to an end whatever is written, and however much', () => {
  const pieces = [
    '1',
    '13800',
    '粤A',
    'a@',
    'a.b-',
    '12号',
    '幺',
    'Room ',
    '0',
    '(020',
    'QQ',
    '微信号: ',
    '3栋',
  ]
  for (const piece of pieces)
    expect(findPersonal(piece.repeat(2_000)).length).toBeLessThan(2_000 * piece.length)
})
