import { inject } from 'vitest'
import type { BrowserContextOptions } from 'playwright-core'
import { fileOpinion, officeActs, publishedReport } from './city-calls.ts'

const TEXT = '文明路口的路灯从上周起就不亮，晚上老人看不见台阶。'
const PLACE = { lat: 23.1252, lng: 113.2697 }

/** A resident's device with something on every page: a receipt, a draft, a report that waits, and a public one. */
export interface FullDevice {
  storage: NonNullable<Exclude<BrowserContextOptions['storageState'], string>>
  /** The addresses of all residents' pages, as such a device opens them. */
  pages: string[]
}

export type Locale = 'zh-hans' | 'zh-hant' | 'en'

interface Preferences {
  locale: Locale
  elder: boolean
}

/** Reports to look at, filed once for all devices of a run. */
export async function reportsToShow() {
  const filed = await fileOpinion({ categoryCode: 'street-lighting', text: TEXT, consentPublic: true })
  await officeActs('station.demo', filed.report.number, 1, {
    action: 'ask',
    text: '请写明是哪一盏灯，最好附一张照片。',
  })
  return { filed, published: await publishedReport({ text: TEXT, place: PLACE }) }
}

export function fullDevice(
  { filed, published }: Awaited<ReturnType<typeof reportsToShow>>,
  { locale, elder }: Preferences,
): FullDevice {
  const { report, queryCode } = filed
  const receipt = {
    number: report.number,
    queryCode,
    promisedAt: report.promisedAt,
    provisional: report.promisedProvisional,
    category: report.category.name,
    station: report.station?.name ?? '',
    text: TEXT,
    createdAt: report.createdAt,
  }
  const draft = {
    key: 'draft-of-the-full-device',
    station: { code: 'K7Q2M9XA', number: '0001', name: '北京街道人大代表中心联络站', place: PLACE },
    categoryCode: 'street-lighting',
    answers: {},
    text: TEXT,
    place: { position: PLACE, address: '文明路 12 号对面' },
    placeless: false,
    photos: [],
    contactWay: 'contact',
    contact: { name: '陈女士', phone: '13800138000' },
    consentPublic: true,
    caseSlug: null,
    checked: false,
    savedAt: Date.now(),
  }
  const kept = {
    'mashang.preferences': { locale, elder, elderSize: 22 },
    'mashang.receipts': { receipts: [receipt] },
    'mashang.draft': draft,
  }
  const localStorage = Object.entries(kept).map(([name, value]) => ({ name, value: JSON.stringify(value) }))
  return {
    storage: { cookies: [], origins: [{ origin: inject('baseUrl'), localStorage }] },
    pages: [
      '/',
      '/scan',
      '/station?code=K7Q2M9XA',
      '/station?code=ZZZZZZZZ',
      '/report/new?station=K7Q2M9XA',
      '/report/new/where',
      '/report/new/photos',
      '/report/new/contact',
      '/report/new/check',
      '/report/new/station',
      `/report/new/done?number=${report.number}`,
      `/report?number=${report.number}`,
      `/report?number=${published}`,
      '/report',
      '/my-reports',
      '/public-reports',
      '/figures?period=all',
      '/figures?period=all&measure=satisfied',
      '/notices',
      '/cases',
      '/case?slug=people-voice-by-code',
      '/no-such-page',
    ],
  }
}
