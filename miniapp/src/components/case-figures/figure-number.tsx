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
  return (
    <Text className={huge ? 'case-number case-number-huge' : 'case-number'}>
      {lead && <Text className="case-number-small">{lead}</Text>}
      <Text className={number.length > 6 ? 'case-number-long' : 'case-number-large'}>{number}</Text>
      {rest && <Text className="case-number-small">{rest}</Text>}
    </Text>
  )
}
