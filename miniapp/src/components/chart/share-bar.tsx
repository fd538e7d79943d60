import { shareBar } from '@/components/case-figures/bars'
import { Box } from '@/kit/box'
import { Drawing } from '@/kit/drawing'
import { Text } from '@/kit/text'
import { useFormat, useText } from '@/locale/use-text'
import './chart.scss'

/** A share is never a bare percentage: how many of how many. */
export interface Share {
  numerator: number
  denominator: number
}

export interface ShareBarProps {
  label: string
  share: Share
  /** what was counted, behind the two numbers: '件' */
  note?: string
}

/** A rate never goes without both of its numbers. Without a denominator there is no rate, and it says so. */
export function ShareBar({ label, share: { numerator, denominator }, note }: ShareBarProps) {
  const t = useText()
  const format = useFormat()
  const hasRate = denominator > 0
  const numbers = { numerator: format.number(numerator), denominator: format.number(denominator) }
  return (
    <Box gap={1} className="chart-share">
      <Box row wrap justify="between" align="center" gap={2}>
        <Text strong>{label}</Text>
        <Text size={hasRate ? 'large' : undefined} strong={hasRate} tone={hasRate ? 'action' : 'muted'}>
          {hasRate ? format.percent(numerator, denominator) : t('chart.none')}
        </Text>
      </Box>
      <Drawing drawing={shareBar(hasRate ? (100 * numerator) / denominator : 0)} className="chart-drawing" />
      <Text block size="small" tone="muted">
        {t('chart.share', numbers)}
        {note && ` ${note}`}
      </Text>
    </Box>
  )
}
