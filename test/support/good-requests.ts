import { env } from 'cloudflare:test'
import type { AccountAnswer } from '../../shared/contract/account.ts'
import type { WebhookAnswer } from '../../shared/contract/webhook.ts'
import { cityDate } from '../../shared/domain/working-days.ts'
import { invitationToken } from './invitation-token.ts'
import { api, signIn, submitOpinion, uploadPhoto, type Caller } from './api.ts'
import { appCode } from './authenticator.ts'
import { DISTRICT, first, HOUSING, ofCityTables, type Good, type Make } from './good-city-tables.ts'
import { openCast, type Cast } from './permission-cast.ts'
import { smallJpeg } from './small-jpeg.ts'
import { seedTestCity } from './test-city.ts'

// For each operation a request that it takes, with what has to be there before it. What is not here is asked for as
// whoever may, without anything.

const PASSWORD = 'three kapok trees by the ferry'
const LAMP = { categoryCode: 'street-lighting', text: '路灯坏了三天，请看一看。' }

const WEBHOOK = { name: '样本', url: 'https://12345.example.gov.cn/x', events: ['submit'] }

async function device(): Promise<Caller> {
  return (await (await api('/session/anonymous', { method: 'POST' })).json()) as Caller
}

/** The cast, and makers of what operations need. */
async function openCity(cast: Cast) {
  const post = async <T>(path: string, caller: Caller, body: unknown): Promise<T> =>
    (await (await api(path, { ...caller, method: 'POST', body })).json()) as T
  const owner = cast.owner.caller
  const station = cast.station.caller
  const admin = cast.administrator.caller
  const supervisor = cast.supervisor.caller
  const report = async (content: object = {}) =>
    (await submitOpinion(owner, { ...LAMP, contact: { phone: '13912345678' }, ...content })).report.number
  const act = (number: string, version: number, command: object) =>
    api(`/reports/${number}/actions`, { ...station, method: 'POST', body: { ...command, version } })
  return {
    admin,
    owner,
    station,
    supervisor,
    deputy: cast.deputy.caller,
    anotherStation: cast['another station'].caller,
    report,
    post,
    async published() {
      const number = await report({ consentPublic: true })
      await act(number, 1, { action: 'assign', bodyCode: HOUSING, complexity: 'simple' })
      await act(number, 2, { action: 'publish' })
      return number
    },
    async topic() {
      const reportNumbers = [await report(), await report()]
      const about = { title: '路灯不亮', text: '整条街的路灯都不亮', reportNumbers }
      const { topic } = await post<{ topic: { id: string } }>('/topics', supervisor, about)
      return { id: topic.id, about: { ...about, reportNumbers: [await report()] } }
    },
    async webhook() {
      return (await post<WebhookAnswer>('/admin/webhooks', admin, WEBHOOK)).webhook.id
    },
    async invited() {
      const body = { role: 'admin', username: `new.${crypto.randomUUID().slice(0, 8)}`, name: '新人' }
      const { account, invitation } = await post<AccountAnswer>('/admin/accounts', admin, body)
      return { id: account.id, token: invitationToken(invitation) }
    },
  }
}

/** Somebody of staff who is nobody else in a test, with the second step they may have. */
async function freshAdmin(invited: () => Promise<{ token: string }>): Promise<Caller> {
  const { token } = await invited()
  const entered = await api('/invitations', { method: 'POST', body: { token, password: PASSWORD } })
  return (await entered.json()) as Caller
}

async function enrolled(
  caller: Caller,
  body: object,
  path: string,
): Promise<{ enrolment: string; totp: string }> {
  const answer = await api(path, { ...caller, method: 'POST', body })
  const { totp } = (await answer.json()) as { totp: { enrolment: string; secret: string } }
  return { enrolment: totp.enrolment, totp: appCode(totp.secret, Date.now()) }
}

/** Every maker by its operation. */
export async function goodRequests(): Promise<{ cast: Cast; makers: Readonly<Record<string, Make>> }> {
  await seedTestCity()
  const cast = await openCast()
  const city = await openCity(cast)
  const { admin, owner, station, supervisor, report, post } = city
  const own = async (): Promise<Good> => ({ caller: owner, path: { number: await report() } })
  const publicOne = async (): Promise<Good> => ({
    caller: cast['another resident'].caller,
    path: { number: await city.published() },
  })
  const slug = { slug: 'people-voice-by-code' }
  const filedBy = (fields: object) => new URLSearchParams({ api_key: 'demo', ...fields }).toString()
  const geo = { service_code: 'street-lighting', lat: '23.1292', long: '113.2644', description: LAMP.text }
  const makers: Record<string, Make> = {
    ...ofCityTables(admin),
    getStation: () => ({ path: { code: '0001' } }),
    readStationCode: () => ({ path: { code: '0001' } }),
    readStationPoster: () => ({ path: { code: '0001' } }),
    readStationScans: () => ({ caller: station, path: { code: '0001' } }),
    readDuty: () => ({ caller: station, path: { code: '0001' } }),
    changeDuty: () => ({
      caller: station,
      path: { code: '0001' },
      body: { date: cityDate(Date.now() + 86_400_000), deputyIds: [] },
    }),
    renewStationCode: () => ({ caller: city.anotherStation, path: { code: '0002' } }),
    revokeStationCode: () => ({ caller: city.anotherStation, path: { code: '0002' } }),
    keepTemplate: () => ({
      caller: station,
      path: { id: 'kept-words' },
      body: { action: 'ask', name: '门牌', text: '请补充{place}的门牌。' },
    }),
    removeTemplate: async () => {
      const body = { action: 'ask', name: '门牌', text: '请补充门牌。' }
      await api('/templates/words-to-remove', { ...station, method: 'PUT', body })
      return { caller: station, path: { id: 'words-to-remove' } }
    },
    getCase: () => ({ path: slug }),
    readWishes: () => ({ caller: owner, path: slug }),
    wishForCase: () => ({ caller: owner, path: slug, body: { district: DISTRICT } }),
    takeWishBack: () => ({ caller: owner, path: slug }),
    listBodies: () => ({ caller: station, query: { category: 'street-lighting', district: DISTRICT } }),
    countReports: () => ({ caller: station, body: { lists: [{ scope: 'inbox' }] } }),
    beginExport: () => ({ caller: station, body: { scope: 'visible' } }),
    readExportPiece: async () => {
      const begun = await post<{ export: string }>('/reports/exports', station, { scope: 'visible' })
      return { caller: station, path: { export: begun.export } }
    },
    uploadPhoto: () => ({ caller: owner, raw: { type: 'image/jpeg', body: smallJpeg() } }),
    readPhoto: async () => ({ caller: owner, path: { id: await uploadPhoto(owner) } }),
    submitReport: () => ({ caller: owner, body: { channel: 'opinion', stationCode: 'K7Q2M9XA', ...LAMP } }),
    findSimilarReports: () => ({ query: { near: '23.1292,113.2644', text: LAMP.text } }),
    joinReport: publicOne,
    leaveReport: publicOne,
    getReport: own,
    actOnReport: async () => ({
      caller: station,
      path: { number: await report() },
      body: { action: 'note', version: 1, text: '看一看' },
    }),
    readContact: own,
    findByContact: () => ({ caller: station, body: { phone: '13912345678' } }),
    revealContact: async () => ({
      caller: station,
      path: { number: await report() },
      body: { reason: '约时间上门' },
    }),
    readReportPersonalData: own,
    askErasure: async () => ({ ...(await own()), body: { scope: 'contact' } }),
    readPersonalData: () => ({ caller: owner }),
    erasePersonalData: async () => ({ caller: await device() }),
    signIn: () => ({ body: { username: 'station.demo', password: 'mashang-demo' } }),
    signInWechat: () => ({ body: { code: '0a1b2c3d4e5f' } }),
    readMapTile: () => ({ path: { z: '16', x: '53398', y: '28427' } }),
    signOut: async () => ({ caller: await signIn('body2.demo') }),
    endSession: async () => {
      const caller = await signIn('body2.demo')
      const other = await signIn('body2.demo')
      const { items } = (await (await api('/session/list', caller)).json()) as {
        items: { id: string; current: boolean }[]
      }
      return { caller: other, path: { id: items.find(({ current }) => current)?.id ?? '' } }
    },
    changePassword: async () => ({
      caller: await freshAdmin(city.invited),
      body: { current: PASSWORD, new: 'two banyans and a dragon boat' },
    }),
    beginTotp: async () => ({ caller: await freshAdmin(city.invited), body: { password: PASSWORD } }),
    confirmTotp: async () => {
      const caller = await freshAdmin(city.invited)
      return { caller, body: await enrolled(caller, { password: PASSWORD }, '/session/totp') }
    },
    endTotp: async () => {
      const caller = await freshAdmin(city.invited)
      const proof = await enrolled(caller, { password: PASSWORD }, '/session/totp')
      const confirmed = await api('/session/totp', { ...caller, method: 'PUT', body: proof })
      const { recoveryCodes } = (await confirmed.json()) as { recoveryCodes: string[] }
      return { caller, body: { password: PASSWORD, totp: recoveryCodes[0] } }
    },
    readInvitation: async () => ({ body: { token: (await city.invited()).token } }),
    acceptInvitation: async () => ({ body: { token: (await city.invited()).token, password: PASSWORD } }),
    markNotificationsRead: () => ({ caller: station, body: { all: true } }),
    openTopic: async () => ({ caller: supervisor, body: (await city.topic()).about }),
    getTopic: async () => ({ caller: supervisor, path: { id: (await city.topic()).id } }),
    actOnTopic: async () => ({
      caller: supervisor,
      path: { id: (await city.topic()).id },
      body: { action: 'note', version: 1, text: '看一看' },
    }),
    dismissSuggestion: async () => {
      await env.DB.prepare(
        `INSERT OR IGNORE INTO cluster_suggestion
           (code, category_code, district_code, reasons, newest_at, created_at, updated_at)
         VALUES ('AAAAAAAA', 'street-lighting', '${DISTRICT}', '{}', 1, 1, 1)`,
      ).run()
      return { caller: supervisor, path: { id: 'AAAAAAAA' } }
    },
    createAccount: () => ({
      body: { role: 'station', username: 'sample.two', name: '样本', stationNumber: '0003' },
    }),
    changeAccount: async () => ({ path: { id: (await city.invited()).id }, body: { name: '改名' } }),
    addYear: () => ({
      body: { year: 2031, source: '通知', days: [{ date: '2031-01-01', kind: 'holiday', name: '元旦' }] },
    }),
    changeYear: () => ({ path: { year: '2026' }, body: { source: '国务院办公厅通知' } }),
    importCalendar: async () => ({
      raw: { type: 'text/csv', body: await (await api('/admin/calendar/export', admin)).text() },
    }),
    changeSwitch: () => ({ path: { name: 'joins' }, body: { on: true } }),
    retryDeadLetter: async () => {
      await report()
      await env.DB.prepare(
        'UPDATE outbox SET dead_at = 1, delivered_at = NULL WHERE id = (SELECT max(id) FROM outbox)',
      ).run()
      const id = await first<number>('SELECT max(id) AS value FROM outbox')
      return { path: { id: `inbox-${id}` }, body: { retry: true } }
    },
    listReferences: () => ({ path: { kind: 'categories' } }),
    changeRetention: () => ({ path: { category: '*' }, body: { contactDays: 180 } }),
    noteProblem: () => ({
      caller: city.deputy,
      body: { text: '这条街的路灯都不亮，要一起换。', categoryCode: 'street-lighting' },
    }),
    issueApiKey: () => ({ body: { name: '样本 App', contact: '020-12345678' } }),
    changeApiKey: () => ({ path: { id: 'demo' }, body: { perDay: 400_000 } }),
    addWebhook: () => ({ body: WEBHOOK }),
    changeWebhook: async () => ({
      path: { id: await city.webhook() },
      body: { paused: true },
    }),
    tryWebhook: async () => ({ path: { id: await city.webhook() } }),
    listWebhookDeliveries: async () => {
      const id = await city.webhook()
      await report()
      return { path: { id } }
    },
    defineOpen311Service: () => ({ path: { service_code: 'street-lighting' } }),
    fileOpen311Request: () => ({
      raw: { type: 'application/x-www-form-urlencoded', body: filedBy(geo) },
    }),
    listOpen311Requests: () => ({ query: { api_key: 'demo' } }),
    getOpen311Request: async () => ({ path: { service_request_id: await city.published() } }),
    listOpen311Updates: () => ({ query: { api_key: 'demo' } }),
  }
  return { cast, makers }
}
