import { type ReactNode, useState } from 'react'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Disclosure } from '@/kit/disclosure'
import { Heading } from '@/kit/heading'
import { Link } from '@/kit/link'
import { LiveRegion } from '@/kit/live-region'
import { Table } from '@/kit/table'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'
import { saveText } from '@/platform/save-text'
import { type ChartTable, csvOf } from './chart-table'
import './chart.scss'

/**
 * What every chart has: a title, a sentence that says what is to be seen, its table, and its CSV.
 *
 *     <BarChart title={…} summary={…} file="received-by-month" parts={[{ label }]} items={[{ key, label, values: [3] }]} />
 *     <LineChart title={…} summary={…} file="…" points={[{ key, label, value: 3, past: 2 }]} />
 *     <DistrictTiles title={…} summary={…} file="…" districts={…} tiles={{ '440104': { value: 3 } }} />
 *     <ShareChart title={…} summary={…} file="…" of={…} shares={[{ key, label, share: { numerator: 97, denominator: 100 } }]} />
 *     <ShareBar label={…} share={{ numerator: 97, denominator: 100 }} />     one number; needs no table
 *
 * The picture may be overlooked by whoever cannot see it: title, sentence and table say the same.
 */
export interface ChartProps {
  title: string
  /** what the picture shows, in a sentence: the text that stands for it */
  summary: string
  /** the name of the CSV file, without its ending */
  file: string
  /** the address of a CSV with the same numbers, where the server has one; else the table is saved as it stands */
  csv?: string
  /** of the title's heading */
  level?: 2 | 3 | 4
  /** the table stands open, for what is to be printed */
  tableOpen?: boolean
}

export interface ChartFrameProps extends ChartProps {
  table: ChartTable
  children: ReactNode
}

export function ChartFrame({
  title,
  summary,
  level = 3,
  tableOpen,
  table,
  children,
  ...csv
}: ChartFrameProps) {
  const t = useText()
  return (
    <Box gap={3} className="chart">
      <Box gap={1}>
        <Heading level={level}>{title}</Heading>
        <Text block size="small" tone="muted">
          {summary}
        </Text>
      </Box>
      {children}
      <Disclosure title={t('chart.table')} startOpen={tableOpen}>
        <Box gap={2} align="start" className="chart-table">
          <Table caption={title} {...table} />
          <ChartCsv table={table} {...csv} />
        </Box>
      </Disclosure>
    </Box>
  )
}

function ChartCsv({ table, file, csv }: Pick<ChartFrameProps, 'table' | 'file' | 'csv'>) {
  const t = useText()
  const [said, setSaid] = useState('')
  const name = `${file}.csv`
  if (csv) {
    return (
      <Link icon="download" href={csv} download={name}>
        {t('chart.csv')}
      </Link>
    )
  }
  const save = async () => setSaid(t(`chart.csv.${await saveText(name, csvOf(table), 'text/csv')}`))
  return (
    <>
      <Button small icon="download" onClick={() => void save()}>
        {t('chart.csv')}
      </Button>
      <LiveRegion message={said} />
      {said && (
        <Text size="small" tone="muted">
          {said}
        </Text>
      )}
    </>
  )
}
