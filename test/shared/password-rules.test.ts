import { describe, expect, it } from 'vitest'
import { passwordProblem } from '../../shared/domain/password-rules.ts'
import { PLACE_WORDS } from '../../shared/domain/password-words.ts'
import { buildCity } from '../../worker/demo-city/city.ts'

const OWN = ['station.demo', '何佩仪', '梅花村联络站']

describe('a new password', () => {
  it.each([
    ['eleven kap', 'password_short'],
    ['elevenletrs', 'password_short'],
    ['木棉树下第三盏路灯亮了', 'password_short'],
    ['k'.repeat(190) + 'river cups!', 'password_long'],
    ['123412341234', 'password_repeats'],
    ['abcabcabcabc', 'password_repeats'],
    ['abcabcabcabcab', 'password_repeats'],
    ['aaaaaaaaaaaaa', 'password_repeats'],
    ['............', 'password_repeats'],
    ['番禺番禺番禺番禺番禺番禺', 'password_repeats'],
    ['password1234', 'password_common'],
    ['P@ssw0rd2026!', 'password_common'],
    ['ｐａｓｓｗｏｒｄ１２３４', 'password_common'],
    ['password-password-welcome', 'password_common'],
    ['123456789012', 'password_common'],
    ['９８７６５４３２１０９８', 'password_common'],
    ['qwertyuiop12', 'password_common'],
    ['1q2w3e4r5t6y', 'password_common'],
    ['1qaz2wsx3edc', 'password_common'],
    ['iloveyou2026520', 'password_common'],
    ['woaini1314520', 'password_common'],
    ['correct horse battery staple', 'password_common'],
    ['mashang-demo', 'password_common'],
    ['mashang2026!!!', 'password_common'],
    ['码上办公室1234567890', 'password_common'],
    ['guangzhou2026', 'password_place'],
    ['Yuexiu@2026!!', 'password_place'],
    ['tianhe-haizhu-1', 'password_place'],
    ['广州市越秀区12345678', 'password_place'],
    ['shamian20230101', 'password_place'],
    ['station.demo.2026', 'password_own'],
    ['何佩仪梅花村工作用1990', 'password_own'],
  ])('%s is refused: %s', (password, problem) => {
    expect(passwordProblem(password, OWN)).toBe(problem)
  })

  it.each([
    'river cup orange 7 tram',
    '我在荔湾住了三十年很开心呀',
    'xK8vQm2LpR4t',
    '839104756201',
    'lamp-post-green-42',
    'thanh tuyền ở chợ lớn',
    'three kapok trees by the ferry',
    '🌺🚋🍊🐟🛶🏮🌧🎋🪁🥢🍵🧧',
    'k'.repeat(3) + 'rivercups of tea'.repeat(3) + 'x',
  ])('%s is taken', (password) => expect(passwordProblem(password, OWN)).toBeNull())

  it('is counted in characters as people count them', () => {
    const twelve = '🌺🚋🍊🐟🛶🏮🌧🎋🪁🥢🍵🧧'
    expect([...twelve]).toHaveLength(12)
    expect(passwordProblem(twelve)).toBeNull()
    expect(passwordProblem([...twelve].slice(1).join(''))).toBe('password_short')
  })

  it('may name oneself among other things', () => {
    expect(passwordProblem('何佩仪每天早上喝一杯热豆浆', OWN)).toBeNull()
    expect(passwordProblem('station.demo.2026', [])).toBeNull()
    expect(passwordProblem('peiyi.ho.1990', ['peiyi.ho'])).toBe('password_own')
    expect(passwordProblem('peiyi.ho.1990', [null, undefined])).toBeNull()
  })
})

describe('the words of this city', () => {
  const city = buildCity()

  it('are those of the demonstration city: each of its districts, streets and towns', () => {
    const names = [...city.districts, ...city.streets].map(({ name }) => name.replace(/(?:街道|镇|区)$/, ''))
    expect(names.length).toBe(187)
    expect(names.filter((name) => !PLACE_WORDS.includes(name))).toEqual([])
  })

  it('are written in pinyin as well', () => {
    const districts = city.districts.map(({ nameEn }) => nameEn.replace(' District', '').toLowerCase())
    expect(districts.filter((name) => !PLACE_WORDS.includes(name))).toEqual([])
    for (const name of ['shamian', 'beijing', 'shiweitang', 'xinzao']) expect(PLACE_WORDS).toContain(name)
  })

  it('make no password, whichever is taken', () => {
    const taken = PLACE_WORDS.filter((word) => passwordProblem(`${word}-20260101-${word}`) === null)
    expect(taken).toEqual([])
  })
})
