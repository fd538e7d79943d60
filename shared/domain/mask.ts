/** Surnames of two characters; the others have one. */
const DOUBLE_SURNAMES = new Set(
  '欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 皇甫 尉迟 尉遲 公孙 公孫 令狐 慕容 司徒 司空 夏侯 端木 东方 東方 南宫 南宮'.split(
    ' ',
  ),
)

/** A name as it may stand where nobody asked for it: the surname, and a star for every further character, two at most. */
export function maskName(name: string): string {
  const letters = [...name.trim()]
  const isDouble = letters.length > 2 && DOUBLE_SURNAMES.has(letters.slice(0, 2).join(''))
  const surname = letters.slice(0, isDouble ? 2 : 1).join('')
  if (letters.length <= 1) return letters.length === 0 ? '' : '*'
  return surname + '*'.repeat(Math.min(letters.length - [...surname].length, 2))
}

/** The digits of a telephone number without spaces, marks and the country's own code, as it is compared and hashed. */
export function phoneDigits(phone: string): string {
  const digits = phone.normalize('NFKC').replace(/[^\d+]/g, '')
  return digits.replace(/^(?:\+86|0086)(?=\d{5,})/, '').replace(/\D/g, '')
}

const MOBILE = /^1\d{10}$/
/** Of other numbers so few digits are left that they are of use to nobody. */
const TAIL = 2

/** A telephone number as it may stand where nobody asked for it: `138****5678`, of other numbers the last two digits. */
export function maskPhone(phone: string): string {
  const digits = phoneDigits(phone)
  if (MOBILE.test(digits)) return `${digits.slice(0, 3)}****${digits.slice(-4)}`
  return digits === '' ? '' : `****${digits.slice(-TAIL)}`
}
