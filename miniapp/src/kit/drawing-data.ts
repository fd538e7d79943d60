/** The few inks of a drawing; each has a colour in light and in dark. */
export type Ink = 'ink' | 'soft' | 'paper' | 'kapok' | 'blush' | 'action' | 'tint'

export interface DrawingShape {
  /** path data */
  d: string
  line?: Ink
  fill?: Ink
  /** stroke width, `strokeWidth` when absent */
  width?: number
}

/** An illustration as data: H5 draws it inline, a mini program as a picture. */
export interface Drawing {
  width: number
  height: number
  shapes: readonly DrawingShape[]
}

export const strokeWidth = 2.25
