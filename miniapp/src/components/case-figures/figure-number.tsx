import { Text } from '@/kit/text'
import { figureWords } from './figure-words'
import './case-figures.scss'

export interface FigureNumberProps {
  /** as the source puts it */
  text: string
  /** the one a cover shows */
  huge?: boolean
}

/** A figure's own words with its number large. */
export function FigureNumber({ text, huge }: FigureNumberProps) {
  const { lead, number, rest } = figureWords(text)
  // Before and after, each kept whole where the line is too short for both.
  const parts = number.split(/(.*→)/).filter(Boolean)
  const size = number.length > 6 || parts.length > 1 ? 'case-number-long' : 'case-number-large'
  return (
    <Text className={huge ? 'case-number case-number-huge' : 'case-number'}>
      {lead && <Text className="case-number-small">{lead}</Text>}
      {parts.map((part) => (
        <Text key={part} className={size}>
          {part}
        </Text>
      ))}
      {rest && <Text className="case-number-small">{rest}</Text>}
    </Text>
  )
}
