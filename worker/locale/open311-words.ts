import type { Locale } from '../../shared/domain/locale.ts'
import type { State } from '../../shared/domain/report-state.ts'

/** What the Open311 door says in one language. */
interface Open311Words {
  states: Record<State, string>
  /** What follows a new report: `{number}`, `{date}`, `{code}`, `{link}`. */
  filed: string
  /** In front of the notice, when the words speak of danger: `{numbers}`. */
  danger: string
  /** What a service is, `{group}` and `{name}`. */
  service: string
  /** The words of a report that came without any, `{name}` of its service. */
  noWords: string
  picture: string
  yes: string
  no: string
  contact: string
  keyService: string
  /** Refusals that GeoReport has words of its own for. */
  serviceUnknown: string
  requestUnknown: string
  tokenUnknown: string
  pathUnknown: string
  place: string
  notAForm: string
  span: string
  order: string
}

const ZH_HANS: Open311Words = {
  states: {
    submitted: '待预审',
    needs_info: '待补充',
    assigned: '待签收',
    in_progress: '办理中',
    disputed: '退单待裁',
    in_review: '待复核',
    answered: '已答复，待评价',
    closed: '已归档',
    declined: '不予受理',
    merged: '已并案',
    withdrawn: '已撤回',
  },
  filed:
    '已收到，编号 {number}，最晚 {date} 前答复。查询码 {code}：反映人凭编号和查询码在 {link} 查看进度、补充和评价。',
  danger: '如有危险，请立即拨打 {numbers}。',
  service: '{group}：{name}',
  noWords: '{name}（没有文字说明）',
  picture: '图片：{url}',
  yes: '是',
  no: '否',
  contact: '码上：市人大代表联络站网上平台。接口说明见 {docs}',
  keyService: 'API 密钥由本平台管理员发放，请与市人大联系。说明见 {docs}',
  serviceUnknown: '没有这个 service_code',
  requestUnknown: '没有这个 service_request_id，或者还没有公开',
  tokenUnknown: '没有这个 token：报件提交后马上得到 service_request_id',
  pathUnknown: '没有这个资源',
  place: '请给出 lat 和 long，或 address_string，或 address_id（联络站编号）',
  notAForm: '请用 application/x-www-form-urlencoded 或 multipart/form-data 提交文字',
  span: 'start_date 和 end_date 之间最多 90 天',
  order: 'end_date 早于 start_date',
}

const ZH_HANT: Open311Words = {
  states: {
    submitted: '待預審',
    needs_info: '待補充',
    assigned: '待簽收',
    in_progress: '辦理中',
    disputed: '退單待裁',
    in_review: '待複核',
    answered: '已答覆，待評價',
    closed: '已歸檔',
    declined: '不予受理',
    merged: '已併案',
    withdrawn: '已撤回',
  },
  filed:
    '已收到，編號 {number}，最晚 {date} 前答覆。查詢碼 {code}：反映人憑編號和查詢碼在 {link} 查看進度、補充和評價。',
  danger: '如有危險，請立即撥打 {numbers}。',
  service: '{group}：{name}',
  noWords: '{name}（沒有文字說明）',
  picture: '圖片：{url}',
  yes: '是',
  no: '否',
  contact: '碼上：市人大代表聯絡站網上平台。接口說明見 {docs}',
  keyService: 'API 金鑰由本平台管理員發放，請與市人大聯繫。說明見 {docs}',
  serviceUnknown: '沒有這個 service_code',
  requestUnknown: '沒有這個 service_request_id，或者還沒有公開',
  tokenUnknown: '沒有這個 token：反映提交後馬上得到 service_request_id',
  pathUnknown: '沒有這個資源',
  place: '請給出 lat 和 long，或 address_string，或 address_id（聯絡站編號）',
  notAForm: '請用 application/x-www-form-urlencoded 或 multipart/form-data 提交文字',
  span: 'start_date 和 end_date 之間最多 90 天',
  order: 'end_date 早於 start_date',
}

const EN: Open311Words = {
  states: {
    submitted: 'Awaiting pre-review',
    needs_info: 'More information is needed',
    assigned: 'Passed on, not yet accepted',
    in_progress: 'Being worked on',
    disputed: 'Returned, to be decided whose job it is',
    in_review: 'Done, awaiting review',
    answered: 'Answered, awaiting the reporter’s rating',
    closed: 'Closed',
    declined: 'Not taken on',
    merged: 'Joined with another report',
    withdrawn: 'Withdrawn by the reporter',
  },
  filed:
    'Received as {number}, to be answered by {date}. Query code {code}: with number and code the reporter can follow it, add to it and rate it at {link}.',
  danger: 'In danger call {numbers} at once. ',
  service: '{group}: {name}',
  noWords: '{name} (no description was given)',
  picture: 'Picture: {url}',
  yes: 'Yes',
  no: 'No',
  contact: 'Mashang, the liaison stations of the city’s people’s congress. How to use this API: {docs}',
  keyService: 'API keys are issued by the administrator of this city: ask its people’s congress. See {docs}',
  serviceUnknown: 'There is no such service_code',
  requestUnknown: 'There is no such service_request_id, or it is not public yet',
  tokenUnknown: 'There is no such token: every request has its service_request_id at once',
  pathUnknown: 'There is no such resource',
  place: 'Give lat and long, or address_string, or address_id (the number of a station)',
  notAForm: 'Send text as application/x-www-form-urlencoded or multipart/form-data',
  span: 'start_date and end_date may be at most 90 days apart',
  order: 'end_date is before start_date',
}

const WORDS: Record<Locale, Open311Words> = { 'zh-hans': ZH_HANS, 'zh-hant': ZH_HANT, en: EN }

export function open311Words(locale: Locale): Open311Words {
  return WORDS[locale]
}

/** Puts values into the places that are marked for them. */
export function filled(words: string, values: Readonly<Record<string, string>>): string {
  return words.replace(/\{(\w+)\}/g, (mark, name: string) => values[name] ?? mark)
}
