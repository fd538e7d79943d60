/** What stands at every chart. */
export const chart = {
  'chart.table': '看数据表',
  'chart.csv': '下载这张表（CSV）',
  'chart.csv.saved': '已保存到下载',
  'chart.csv.copied': '已复制，可以粘贴到任何地方',
  'chart.csv.failed': '没有存成，请再试一次',
  'chart.district': '区',
  'chart.district.more': '颜色越深，数越大。',
  'chart.total': '合计',
  'chart.share': '{numerator} / {denominator}',
  'chart.numerator': '分子',
  'chart.denominator': '分母',
  'chart.rate': '比率',
  'chart.none': '还没有',
  'chart.now': '本期',
  'chart.past': '往期',
} as const
