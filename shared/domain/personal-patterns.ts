/**
 * What in somebody's words tells who a person is or where they live: found before the words become public, so that a
 * person can look at it. Every pattern is bounded and begins with something rare: a long text costs no more than its
 * length.
 */
export const PERSONAL_KINDS = [
  'mobile',
  'id-card',
  'plate',
  'bank-card',
  'landline',
  'email',
  'account',
  'house-number',
] as const
export type PersonalKind = (typeof PERSONAL_KINDS)[number]

/** Nobody needs these in public; the others an office may have too, or they may be no person's at all. */
export const CERTAIN_KINDS = [
  'mobile',
  'id-card',
  'plate',
  'bank-card',
] as const satisfies readonly PersonalKind[]

/** A place in a text; `start` and `end` count UTF-16 units of the text as it was given. */
export interface PersonalFinding {
  kind: PersonalKind
  start: number
  end: number
  text: string
}

/** True for what is never published without a person having said so. */
export function isCertain({ kind }: Pick<PersonalFinding, 'kind'>): boolean {
  return (CERTAIN_KINDS as readonly PersonalKind[]).includes(kind)
}

const CHINESE_DIGITS: Readonly<Record<string, string>> = {
  〇: '0',
  零: '0',
  一: '1',
  幺: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
}
/** So many Chinese digits in a row are a number that is meant to be dialled, not counted with. */
const DIALLED = 7

function narrow(letter: string): string {
  const code = letter.charCodeAt(0)
  // Full-width forms stand in a fixed distance from the narrow ones; none of this changes the length of the text.
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : letter
}

/** The text with wide and Chinese digits as narrow ones, unit for unit, so that every index still fits. */
function folded(text: string): string {
  const narrowed = text.replace(/[\uff01-\uff5e]/g, narrow)
  const runs = new RegExp(`[${Object.keys(CHINESE_DIGITS).join('')}]{${DIALLED},20}`, 'g')
  return narrowed.replace(runs, (run) => run.replace(/./g, (letter) => CHINESE_DIGITS[letter] ?? letter))
}

/** A day that has been, so that a long number is not taken for a birthday. */
function isBirthday(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1900 && year <= 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** The last character of an identity number is computed from the others (GB 11643). */
function isIdCard(number: string): boolean {
  const digits = number.toUpperCase()
  if (digits.length === 15)
    return isBirthday(
      1900 + Number(digits.slice(6, 8)),
      Number(digits.slice(8, 10)),
      Number(digits.slice(10, 12)),
    )
  if (!isBirthday(Number(digits.slice(6, 10)), Number(digits.slice(10, 12)), Number(digits.slice(12, 14))))
    return false
  const sum = ID_WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  return '10X98765432'[sum % 11] === digits[17]
}

/** The check of bank cards (Luhn). */
function isBankCard(number: string): boolean {
  const digits = [...number.replace(/\D/g, '')].reverse().map(Number)
  if (digits.length < 16 || digits.length > 19) return false
  const sum = digits.reduce((total, digit, index) => {
    if (index % 2 === 0) return total + digit
    return total + (digit > 4 ? digit * 2 - 9 : digit * 2)
  }, 0)
  return sum % 10 === 0
}

/** The signs of provinces that plates begin with, and the letters that end special ones. */
const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼滬遼魯蘇贛雲蒙陝閩貴藏寧瓊粵'
const NO_DIGIT_BEFORE = '(?<![\\d])'
const NO_DIGIT_AFTER = '(?![\\d])'

interface Pattern {
  kind: PersonalKind
  find: RegExp
  isReal?: (found: string) => boolean
}

/** In this order: what an earlier one has found, a later one does not find again. */
const PATTERNS: readonly Pattern[] = [
  {
    kind: 'id-card',
    find: new RegExp(`${NO_DIGIT_BEFORE}(?:[1-9]\\d{16}[\\dXx]|[1-9]\\d{14})(?![\\dXx])`, 'g'),
    isReal: isIdCard,
  },
  {
    kind: 'mobile',
    find: new RegExp(
      `${NO_DIGIT_BEFORE}(?:(?:\\+?86|0086)[ -]?)?1[3-9]\\d(?:[ .-]?\\d{4}){2}${NO_DIGIT_AFTER}`,
      'g',
    ),
  },
  {
    kind: 'bank-card',
    find: new RegExp(
      `${NO_DIGIT_BEFORE}[3-6]\\d{3}(?:[ -]?\\d{4}){3}(?:[ -]?\\d{1,3})?${NO_DIGIT_AFTER}`,
      'g',
    ),
    isReal: isBankCard,
  },
  {
    kind: 'plate',
    find: new RegExp(
      `[${PROVINCES}][A-Ha-hJ-Nj-nP-Zp-z][·•. -]?(?=[A-Za-z]{0,5}\\d)[A-HJ-NP-Za-hj-np-z\\d]{4,5}[A-HJ-NP-Za-hj-np-z\\d挂学警港澳使领掛學領]?(?![A-Za-z\\d])`,
      'g',
    ),
  },
  {
    kind: 'landline',
    find: new RegExp(
      `${NO_DIGIT_BEFORE}\\(?0\\d{2,3}\\)?[ -]?[2-9]\\d{2,3}[ -]?\\d{4}${NO_DIGIT_AFTER}`,
      'g',
    ),
  },
  { kind: 'email', find: /[A-Za-z\d][A-Za-z\d._%+-]{0,63}@[A-Za-z\d-]{1,63}(?:\.[A-Za-z\d-]{1,63}){1,4}/g },
  {
    kind: 'account',
    find: /(?:微信号?|微信號|威信|wechat|weixin|QQ号?|QQ號)[ ::是为為]{0,3}[A-Za-z\d][\w-]{4,19}/gi,
  },
  {
    kind: 'house-number',
    // A door, not a lamp post: a number of a house together with a storey, a room or a block, or a room by itself.
    find: /(?:\d{1,5}(?:[-之]\d{1,4})?[ \u3000]?[号號][ \u3000]?)?(?:\d{1,3}|[A-Za-z])[ \u3000]?[栋棟座幢][ \u3000]?(?:(?:\d{1,3}|[A-Za-z一二三四五六七八九十])(?:单元|單元|梯))?[ \u3000]?(?:\d{3,4}[房室号號]?)?|\d{1,5}(?:[-之]\d{1,4})?[ \u3000]?[号號](?:\d{1,3}[楼樓][ \u3000]?)?[ \u3000]?\d{3,4}[房室]?|(?<!\d)\d{3,4}[房室]|\b(?:[Rr]oom|[Ff]lat|[Aa]pt\.?|[Uu]nit) ?[A-Za-z]?\d{1,4}[A-Za-z]?\b/g,
  },
]

function overlaps(a: PersonalFinding, b: Pick<PersonalFinding, 'start' | 'end'>): boolean {
  return a.start < b.end && b.start < a.end
}

/** Everything personal in a text, in the order in which it stands there. */
export function findPersonal(text: string): PersonalFinding[] {
  const plain = folded(text)
  const found: PersonalFinding[] = []
  for (const { kind, find, isReal } of PATTERNS) {
    for (const match of plain.matchAll(find)) {
      const start = match.index
      const end = start + match[0].length
      if (isReal?.(match[0]) === false || found.some((other) => overlaps(other, { start, end }))) continue
      found.push({ kind, start, end, text: text.slice(start, end) })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** What stands in the place of something that is not shown: as long as it was, and no letter of it. */
const BLACK = '█'

/** The text without those places. */
export function blackOutText(
  text: string,
  findings: readonly Pick<PersonalFinding, 'start' | 'end'>[],
): string {
  return findings.reduce(
    (rest, { start, end }) => rest.slice(0, start) + BLACK.repeat(end - start) + rest.slice(end),
    text,
  )
}

/**
 * The text as it stands in public where no person has chosen the words: without what is never published unless somebody
 * says so, and without the door somebody lives behind. The street and its number stay: a lamp is found by them.
 */
export function withoutPersonal(text: string): string {
  return blackOutText(
    text,
    findPersonal(text).filter((finding) => isCertain(finding) || finding.kind === 'house-number'),
  )
}
