import type { ReactNode } from 'react'
import { Box } from '@/kit/box'
import { Drawing } from '@/kit/drawing'
import { Text } from '@/kit/text'
import { swatch } from './bar-shapes'

export interface ChartAxisProps {
  /** the words at the top, the middle and the bottom */
  marks: readonly [string, string, string]
  /** below the ground, evenly spread; an empty one keeps its place */
  labels: readonly { key: string; label: string }[]
  /** the labels stand under the ends and the middle instead of under columns */
  spread?: boolean
  children: ReactNode
}

/** A ground with its scale at the left and its labels below. Text stands outside the drawing, so that it grows with the page's. */
export function ChartAxis({ marks, labels, spread, children }: ChartAxisProps) {
  return (
    <Box row className="chart-axis">
      <Box className="chart-marks">
        {marks.map((mark) => (
          <Text key={mark} block size="tiny" tone="muted">
            {mark}
          </Text>
        ))}
      </Box>
      <Box grow>
        {children}
        <Box row className={spread ? 'chart-labels chart-labels-spread' : 'chart-labels'}>
          {labels.map(({ key, label }) => (
            <Text key={key} block size="tiny" tone="muted">
              {label}
            </Text>
          ))}
        </Box>
      </Box>
    </Box>
  )
}

/** Which filling is which part. */
export function ChartKey({ labels }: { labels: readonly string[] }) {
  return (
    <Box row wrap gap={4}>
      {labels.map((label, part) => (
        <Box key={label} row align="center" gap={2}>
          <Drawing drawing={swatch(part)} className="chart-swatch" />
          <Text size="small">{label}</Text>
        </Box>
      ))}
    </Box>
  )
}
