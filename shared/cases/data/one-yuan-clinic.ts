import type { ReformCase } from '../reform-case.ts'
import { SECOND_BATCH_REPORT, SECOND_BATCH_TOTAL } from '../sources.ts'

export const oneYuanClinic: ReformCase = {
  slug: 'one-yuan-clinic',
  title: '农村“一元钱看病”',
  titleHant: '農村“一元錢看病”',
  batch: 'replicated-second-batch',
  lead: '花都区',
  leadHant: '花都區',
  district: { code: '440114', name: '花都区' },
  theme: 'health',
  summary: '在花都的村卫生站看病，村民挂号只花一元；要打针，再加一元。',
  summaryHant: '在花都的村衛生站看病，村民掛號只花一元；要打針，再加一元。',
  body: [
    '身上不舒服，走到村卫生站就能看，自己只掏一元挂号费；要打针，再添一元。凡是行政村户籍的居民，到实施这项办法的村卫生站，都是这样。',
    '那诊疗费和药费呢？在医保的报销额度和门诊目录之内的，先走医保；医保基金按规定应付尽付，还有剩下的，由区财政兜底，不用村民再掏。',
    '要是还做了别的医疗项目，乡村医生就照物价部门核下来的标准收。',
    '花都的这项办法，已列入全市第二批推广的16项经验，要走进更多村子。',
  ],
  bodyHant: [
    '身上不舒服，走到村衛生站就能看，自己只掏一元掛號費；要打針，再添一元。凡是行政村戶籍的居民，到實施這項辦法的村衛生站，都是這樣。',
    '那診療費和藥費呢？在醫保的報銷額度和門診目錄之內的，先走醫保；醫保基金按規定應付盡付，還有剩下的，由區財政兜底，不用村民再掏。',
    '要是還做了別的醫療項目，鄉村醫生就照物價部門核下來的標準收。',
    '花都的這項辦法，已列入全市第二批推廣的16項經驗，要走進更多村子。',
  ],
  steps: ['到村卫生站，交一元挂号费', '要打针，再加一元', '诊疗费和药费先由医保报销', '剩下的由区财政兜底'],
  stepsHant: ['到村衛生站，交一元掛號費', '要打針，再加一元', '診療費和藥費先由醫保報銷', '剩下的由區財政兜底'],
  figures: [
    {
      value: 1,
      unit: '元',
      label: '挂号费',
      labelHant: '掛號費',
      text: '1元',
      textHant: '1元',
      counts: '行政村户籍的居民到实施的村卫生站看病，自己付的挂号费',
      countsHant: '行政村戶籍的居民到實施的村衛生站看病，自己付的掛號費',
    },
    {
      value: 1,
      unit: '元',
      label: '打针',
      labelHant: '打針',
      text: '再加1元',
      textHant: '再加1元',
      counts: '需要注射时，个人在挂号费之外再付的钱',
      countsHant: '需要注射時，個人在掛號費之外再付的錢',
    },
    SECOND_BATCH_TOTAL,
  ],
  source: SECOND_BATCH_REPORT,
}
