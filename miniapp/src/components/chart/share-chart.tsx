import { Box } from '@/kit/box'
import { useFormat, useText } from '@/locale/use-text'
import { ChartFrame, type ChartProps } from './chart-frame'
import { ShareBar, type Share } from './share-bar'

export interface ShareChartProps extends ChartProps {
  /** what the first column of the table holds */
  of: string
  shares: readonly { key: string; label: string; share: Share }[]
  /** what was counted, behind the two numbers: '件' */
  note?: string
}

/** Several rates below each other, with both of their numbers in the table. */
export function ShareChart({ of, shares, note, ...frame }: ShareChartProps) {
  const t = useText()
  const format = useFormat()
  const table = {
    columns: [of, t('chart.numerator'), t('chart.denominator'), t('chart.rate')],
    rows: shares.map(({ label, share: { numerator, denominator } }) => [
      label,
      numerator,
      denominator,
      denominator > 0 ? format.percent(numerator, denominator) : null,
    ]),
  }
  return (
    <ChartFrame {...frame} table={table}>
      <Box className="chart-columns">
        {shares.map(({ key, label, share }) => (
          <ShareBar key={key} label={label} share={share} note={note} />
        ))}
      </Box>
    </ChartFrame>
  )
}
