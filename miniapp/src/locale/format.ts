import { percentOf } from '@shared/domain/percent.ts'
import type { Locale } from './locales'

/**
 * Dates and numbers without Intl, which WeChat on Android lacks. Every instant is shown in
 * Asia/Shanghai, which has had one offset (+8 h, no summer time) since 1991.
 */
export type Instant = string | number | Date

export interface Format {
  /** '12月8日（星期二）'; with the year when it is not this one */
  date(at: Instant, now?: Instant): string
  /** '12月8日 14:05' */
  dateTime(at: Instant, now?: Instant): string
  /** '刚刚', '5 分钟前', '3 小时前', '2 天前', then the date */
  ago(at: Instant, now?: Instant): string
  /** '还剩 2 天', '还剩 3 小时', '已超 1 天' */
  left(until: Instant, now?: Instant): string
  /** 16720 → '16,720' */
  number(value: number): string
  /** numerator and denominator → '97.3%', by the rule of `percentOf`; '–' when there is nothing to divide by */
  percent(numerator: number, denominator: number): string
  /** metres → '350 米', '1.2 公里' */
  distance(metres: number): string
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const OFFSET = 8 * HOUR

const chinese = {
  weekdays: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
  now: '刚刚',
  minutes: (n: number) => `${n} 分钟`,
  hours: (n: number) => `${n} 小时`,
  days: (n: number) => `${n} 天`,
  ago: (span: string) => `${span}前`,
  left: (span: string) => `还剩 ${span}`,
  over: (span: string) => `已超 ${span}`,
  day: (year: number | null, month: number, day: number) =>
    `${year === null ? '' : `${year}年`}${month}月${day}日`,
  withWeekday: (day: string, weekday: string) => `${day}（${weekday}）`,
  metres: (n: string) => `${n} 米`,
  kilometres: (n: string) => `${n} 公里`,
}

const traditional: typeof chinese = {
  ...chinese,
  now: '剛剛',
  minutes: (n) => `${n} 分鐘`,
  hours: (n) => `${n} 小時`,
  left: (span) => `還剩 ${span}`,
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const count = (n: number, unit: string) => `${n} ${unit}${n === 1 ? '' : 's'}`

const english: typeof chinese = {
  weekdays: 'Sun Mon Tue Wed Thu Fri Sat'.split(' '),
  now: 'just now',
  minutes: (n) => count(n, 'minute'),
  hours: (n) => count(n, 'hour'),
  days: (n) => count(n, 'day'),
  ago: (span) => `${span} ago`,
  left: (span) => `${span} left`,
  over: (span) => `${span} late`,
  day: (year, month, day) => `${day} ${months[month - 1]}${year === null ? '' : ` ${year}`}`,
  withWeekday: (day, weekday) => `${weekday} ${day}`,
  metres: (n) => `${n} m`,
  kilometres: (n) => `${n} km`,
}

const words: Record<Locale, typeof chinese> = { 'zh-hans': chinese, 'zh-hant': traditional, en: english }

/** The calendar of Asia/Shanghai at an instant. */
export function shanghai(at: Instant) {
  const shifted = new Date(new Date(at).getTime() + OFFSET)
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    weekday: shifted.getUTCDay(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
  }
}

export function formatIn(locale: Locale): Format {
  const say = words[locale]
  const day = (at: Instant, now: Instant) => {
    const then = shanghai(at)
    return say.day(then.year === shanghai(now).year ? null : then.year, then.month, then.day)
  }
  const span = (ms: number) => {
    if (ms >= DAY) return say.days(Math.floor(ms / DAY))
    if (ms >= HOUR) return say.hours(Math.floor(ms / HOUR))
    return say.minutes(Math.max(1, Math.floor(ms / MINUTE)))
  }
  const format: Format = {
    date: (at, now = Date.now()) => say.withWeekday(day(at, now), say.weekdays[shanghai(at).weekday] ?? ''),
    dateTime: (at, now = Date.now()) => {
      const { hour, minute } = shanghai(at)
      return `${day(at, now)} ${pad(hour)}:${pad(minute)}`
    },
    ago: (at, now = Date.now()) => {
      const passed = new Date(now).getTime() - new Date(at).getTime()
      if (passed < MINUTE) return say.now
      return passed < 7 * DAY ? say.ago(span(passed)) : day(at, now)
    },
    left: (until, now = Date.now()) => {
      const rest = new Date(until).getTime() - new Date(now).getTime()
      return rest >= 0 ? say.left(span(rest)) : say.over(span(-rest))
    },
    number: (value) => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ','),
    percent: (numerator, denominator) => {
      const percent = percentOf({ numerator, denominator })
      return percent === null ? '–' : `${percent}%`
    },
    distance: (metres) =>
      metres < 1000
        ? say.metres(String(Math.max(10, Math.round(metres / 10) * 10)))
        : say.kilometres(trim(metres / 1000)),
  }
  return format
}

const pad = (n: number) => String(n).padStart(2, '0')

/** One decimal, none when it is zero. */
function trim(value: number): string {
  return String(Math.floor(value * 10 + 1e-9) / 10)
}
