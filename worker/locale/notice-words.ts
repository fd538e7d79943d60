import type { Locale } from '../../shared/domain/locale.ts'
import type { NoticeKind } from '../../shared/domain/notice.ts'
import type { Action, State } from '../../shared/domain/report-state.ts'

/** What a message outside the app says in one language. Reporter and offices read the same words. */
interface NoticeWords {
  /** `{number}` is the report's, `{what}` one of the following. */
  sentence: string
  events: Record<Action, string>
  /** The reporter's time for adding something or for rating is nearly over; any other holder's time. */
  reminders: { needs_info: string; answered: string; office: string }
}

const ZH_HANS: NoticeWords = {
  sentence: '【码上】反映 {number}：{what}。详情请打开“码上”查看。',
  events: {
    submit: '有新的反映，请预审或签收',
    supplement: '反映人补充了说明',
    ask: '需要补充材料',
    decline: '没有受理',
    appeal: '反映人申请重新审查',
    merge: '和另一件合并办理',
    unmerge: '不再合并，单独办理',
    assign: '已交办',
    sign: '已签收，开始办理',
    bounce: '承办单位退单，等待裁定',
    extend: '承办单位申请延期',
    grant: '同意延期',
    refuse: '没有同意延期',
    finish: '办理完毕，等待复核',
    send_back: '复核没有通过，退回重办',
    approve: '已答复，请评价',
    rate: '反映人作了评价',
    archive: '评价时间已过，自动归档',
    resume: '等待补充的时间已过，继续预审',
    escalate: '超过期限，已上报催办',
    settle: '已统一答复，请评价',
    withdraw: '反映人撤回了反映',
    watch: '列为关注件',
    order: '人大发出督办令',
    lift: '督办解除',
    publish: '已公开展示',
    unpublish: '不再公开展示',
    redact: '公开的内容作了修订',
    note: '有新的内部备注',
    anonymise: '个人信息已删除',
  },
  reminders: {
    needs_info: '还在等您补充，期限快到了',
    answered: '评价时间快到了，请说说您满意不满意',
    office: '本步期限快到了，请尽快办理',
  },
}

const ZH_HANT: NoticeWords = {
  sentence: '【碼上】反映 {number}：{what}。詳情請打開「碼上」查看。',
  events: {
    submit: '有新的反映，請預審或簽收',
    supplement: '反映人補充了說明',
    ask: '需要補充材料',
    decline: '沒有受理',
    appeal: '反映人申請重新審查',
    merge: '和另一件合併辦理',
    unmerge: '不再合併，單獨辦理',
    assign: '已交辦',
    sign: '已簽收，開始辦理',
    bounce: '承辦單位退單，等待裁定',
    extend: '承辦單位申請延期',
    grant: '同意延期',
    refuse: '沒有同意延期',
    finish: '辦理完畢，等待複核',
    send_back: '複核沒有通過，退回重辦',
    approve: '已答覆，請評價',
    rate: '反映人作了評價',
    archive: '評價時間已過，自動歸檔',
    resume: '等待補充的時間已過，繼續預審',
    escalate: '超過期限，已上報催辦',
    settle: '已統一答覆，請評價',
    withdraw: '反映人撤回了反映',
    watch: '列為關注件',
    order: '人大發出督辦令',
    lift: '督辦解除',
    publish: '已公開展示',
    unpublish: '不再公開展示',
    redact: '公開的內容作了修訂',
    note: '有新的內部備註',
    anonymise: '個人資料已刪除',
  },
  reminders: {
    needs_info: '還在等您補充，期限快到了',
    answered: '評價時間快到了，請說說您滿意不滿意',
    office: '本步期限快到了，請儘快辦理',
  },
}

const EN: NoticeWords = {
  sentence: 'Mashang, report {number}: {what}. Open the app to see more.',
  events: {
    submit: 'a new report is waiting for you',
    supplement: 'the reporter added something',
    ask: 'more information is needed',
    decline: 'not taken on',
    appeal: 'the reporter asked for a second look',
    merge: 'joined with another report',
    unmerge: 'dealt with on its own again',
    assign: 'passed on',
    sign: 'accepted, work has begun',
    bounce: 'returned, to be decided whose job it is',
    extend: 'more time was asked for',
    grant: 'more time was granted',
    refuse: 'more time was refused',
    finish: 'done, awaiting review',
    send_back: 'review not passed, sent back',
    approve: 'answered, please rate it',
    rate: 'the reporter rated the answer',
    archive: 'the time for rating is over, closed',
    resume: 'the time for adding something is over, back to pre-review',
    escalate: 'overdue, brought to a higher office',
    settle: 'answered together with others, please rate it',
    withdraw: 'withdrawn by the reporter',
    watch: 'put on the watch list',
    order: 'a supervision order was given',
    lift: 'supervision was lifted',
    publish: 'published',
    unpublish: 'no longer public',
    redact: 'the published words were revised',
    note: 'a new internal note',
    anonymise: 'everything personal was erased',
  },
  reminders: {
    needs_info: 'we still wait for what you can add, the time is nearly over',
    answered: 'the time for rating is nearly over, please say whether you are satisfied',
    office: 'the time for this step is nearly over',
  },
}

const WORDS: Record<Locale, NoticeWords> = { 'zh-hans': ZH_HANS, 'zh-hant': ZH_HANT, en: EN }

/** What happened, in a few words. */
export function eventWords(locale: Locale, action: Action): string {
  return WORDS[locale].events[action]
}

function whatHappened(words: NoticeWords, kind: NoticeKind, action: Action, to: State): string {
  if (kind === 'event') return words.events[action]
  return to === 'needs_info' || to === 'answered' ? words.reminders[to] : words.reminders.office
}

/** The sentence a notice makes outside the app, in every language: number and happening, nothing that anybody wrote. */
export function noticeWords(notice: {
  kind: NoticeKind
  reportNumber: string
  action: Action
  to: State
}): Record<Locale, string> {
  const inLocale = (locale: Locale) => {
    const words = WORDS[locale]
    const what = whatHappened(words, notice.kind, notice.action, notice.to)
    return words.sentence.replace('{number}', notice.reportNumber).replace('{what}', what)
  }
  return { 'zh-hans': inLocale('zh-hans'), 'zh-hant': inLocale('zh-hant'), en: inLocale('en') }
}
