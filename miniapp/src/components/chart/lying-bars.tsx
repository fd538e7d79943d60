import { Box } from '@/kit/box'
import { Drawing } from '@/kit/drawing'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { Text } from '@/kit/text'
import { lyingBar } from './bar-shapes'

export interface LyingBarsProps {
  /** names the list for screen readers */
  label: string
  /** what the longest bar may stand for */
  most: number
  items: readonly { key: string; label: string; said: string; values: readonly number[] }[]
}

/** Bars with their names and numbers in words: what can be read in any size of type. */
export function LyingBars({ label, most, items }: LyingBarsProps) {
  return (
    <List bare label={label} className="chart-rows chart-columns">
      {items.map((item) => (
        <ListItem key={item.key}>
          <Box row justify="between" gap={3}>
            <Text>{item.label}</Text>
            <Text strong>{item.said}</Text>
          </Box>
          <Drawing drawing={lyingBar(item.values, most)} className="chart-drawing" />
        </ListItem>
      ))}
    </List>
  )
}
