/** A figure's text in three parts, so that the number can be large: '超' '926万' '千瓦时'. */
export interface FigureWords {
  lead: string
  number: string
  rest: string
}

const NUMBER = /^(\D{0,3})(\d[\d.]*[万亿萬億]?)(\D*)$/

/** A text without one plain number in it ('四端', '6个流程→3个环节') stays whole. */
export function figureWords(text: string): FigureWords {
  const [, lead = '', number = '', rest = ''] = NUMBER.exec(text) ?? [text, '', text, '']
  return { lead, number, rest }
}
