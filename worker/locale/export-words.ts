import type { Locale } from '../../shared/domain/locale.ts'
import type { Channel, OverdueLevel, State, Supervision } from '../../shared/domain/report-state.ts'

/** What the file of a list of reports says in one language. */
interface ExportWords {
  columns: readonly string[]
  channels: Record<Channel, string>
  states: Record<State, string>
  supervisions: Record<Supervision, string>
  overdue: Record<OverdueLevel, string>
  yes: string
  no: string
}

const ZH_HANS: ExportWords = {
  columns: [
    '编号',
    '渠道',
    '办理状态',
    '第几次办理',
    '类别',
    '内容',
    '地点',
    '纬度',
    '经度',
    '区',
    '联络站',
    '现在该谁办',
    '承办单位',
    '提交时间',
    '本步期限',
    '承诺答复',
    '最近更新',
    '退单次数',
    '也遇到的人数',
    '督办',
    '超期上报',
    '已公开',
  ],
  channels: { opinion: '民意码上说', snapshot: '随手拍' },
  states: {
    submitted: '待预审',
    needs_info: '待补充',
    assigned: '待签收',
    in_progress: '办理中',
    disputed: '退单待裁',
    in_review: '待复核',
    answered: '已答复·待评价',
    closed: '已归档',
    declined: '不予受理',
    merged: '已并案',
    withdrawn: '已撤回',
  },
  supervisions: { none: '', watched: '关注', ordered: '督办' },
  overdue: { none: '', station: '已报联络站', supervisor: '已报人大督办' },
  yes: '是',
  no: '否',
}

const ZH_HANT: ExportWords = {
  columns: [
    '編號',
    '渠道',
    '辦理狀態',
    '第幾次辦理',
    '類別',
    '內容',
    '地點',
    '緯度',
    '經度',
    '區',
    '聯絡站',
    '現在該誰辦',
    '承辦單位',
    '提交時間',
    '本步期限',
    '承諾答覆',
    '最近更新',
    '退單次數',
    '也遇到的人數',
    '督辦',
    '超期上報',
    '已公開',
  ],
  channels: { opinion: '民意碼上說', snapshot: '隨手拍' },
  states: {
    submitted: '待預審',
    needs_info: '待補充',
    assigned: '待簽收',
    in_progress: '辦理中',
    disputed: '退單待裁',
    in_review: '待覆核',
    answered: '已答覆·待評價',
    closed: '已歸檔',
    declined: '不予受理',
    merged: '已併案',
    withdrawn: '已撤回',
  },
  supervisions: { none: '', watched: '關注', ordered: '督辦' },
  overdue: { none: '', station: '已報聯絡站', supervisor: '已報人大督辦' },
  yes: '是',
  no: '否',
}

const EN: ExportWords = {
  columns: [
    'Number',
    'Channel',
    'State',
    'Round',
    'Category',
    'What it says',
    'Place',
    'Latitude',
    'Longitude',
    'District',
    'Station',
    'Whose turn',
    'Body',
    'Filed',
    'Step due',
    'Answer promised',
    'Last change',
    'Bounces',
    'Others who met it',
    'Supervision',
    'Overdue, brought to',
    'Public',
  ],
  channels: { opinion: 'Opinion', snapshot: 'Snapshot' },
  states: {
    submitted: 'Awaiting pre-review',
    needs_info: 'More information needed',
    assigned: 'Awaiting acceptance',
    in_progress: 'In progress',
    disputed: 'Returned, being re-assigned',
    in_review: 'Under review',
    answered: 'Answered, to be rated',
    closed: 'Closed',
    declined: 'Not taken on',
    merged: 'Joined with another report',
    withdrawn: 'Withdrawn',
  },
  supervisions: { none: '', watched: 'Watched', ordered: 'Ordered' },
  overdue: { none: '', station: 'Station', supervisor: 'Supervisor' },
  yes: 'yes',
  no: 'no',
}

const WORDS: Record<Locale, ExportWords> = { 'zh-hans': ZH_HANS, 'zh-hant': ZH_HANT, en: EN }

export function exportWordsIn(locale: Locale): ExportWords {
  return WORDS[locale]
}
