import type { CaseFigure, CaseSource } from './reform-case.ts'

export const GUANGZHOU_DAILY_2025: CaseSource = {
  title: '探寻改革成果“创新密码” 书写“二次创业”广州新篇',
  publisher: '广州日报（见广州党建网站）',
  publishedAt: '2025-01-20',
}

/** The text bears no headline and no date, and names only 国脉 at its foot; the title is that of the notice it reports. */
export const SECOND_BATCH_REPORT: CaseSource = {
  title: '关于复制推广第二批改革创新经验的通知（报道）',
  publisher: '国脉',
  publishedAt: null,
}

/** Belongs to the notice, not to one case: every case of the batch shows that it is one of 16. */
export const SECOND_BATCH_TOTAL: CaseFigure = {
  value: 16,
  unit: '项',
  label: '同批推广的经验',
  labelHant: '同批推廣的經驗',
  text: '16项',
  textHant: '16項',
  counts: '广州市委深改委的通知所列第二批经验的总数，报道只细说了其中5项',
  countsHant: '廣州市委深改委的通知所列第二批經驗的總數，報道只細說了其中5項',
}
