import type { chart as source } from '../zh-hans/chart'

export const chart: Record<keyof typeof source, string> = {
  'chart.table': '看數據表',
  'chart.csv': '下載這張表（CSV）',
  'chart.csv.saved': '已保存到下載',
  'chart.csv.copied': '已複製，可以粘貼到任何地方',
  'chart.csv.failed': '沒有存成，請再試一次',
  'chart.district': '區',
  'chart.district.more': '顏色越深，數越大。',
  'chart.total': '合計',
  'chart.share': '{numerator} / {denominator}',
  'chart.numerator': '分子',
  'chart.denominator': '分母',
  'chart.rate': '比率',
  'chart.none': '還沒有',
  'chart.now': '本期',
  'chart.past': '往期',
}
