import type { chart as source } from '../zh-hans/chart'

export const chart: Record<keyof typeof source, string> = {
  'chart.table': 'Show the table',
  'chart.csv': 'Download this table (CSV)',
  'chart.csv.saved': 'Saved among your downloads',
  'chart.csv.copied': 'Copied; paste it wherever you like',
  'chart.csv.failed': 'It could not be saved. Please try again.',
  'chart.district': 'District',
  'chart.district.more': 'The darker, the more.',
  'chart.total': 'Total',
  'chart.share': '{numerator} of {denominator}',
  'chart.numerator': 'Numerator',
  'chart.denominator': 'Denominator',
  'chart.rate': 'Rate',
  'chart.none': 'None yet',
  'chart.now': 'This period',
  'chart.past': 'Before',
}
