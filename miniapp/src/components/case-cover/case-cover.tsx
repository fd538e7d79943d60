import { Box } from '@/kit/box'
import { classNames } from '@/kit/class-names'
import { Drawing } from '@/kit/drawing'
import { coverDrawings } from './drawings/cover-drawings'
import { CANVAS } from './pen'
import './case-cover.scss'

export interface CaseCoverProps {
  slug: string
  /** at the head of the case's own page */
  large?: boolean
}

/** The picture of a case: mere decoration, its title stands beside it. */
export function CaseCover({ slug, large }: CaseCoverProps) {
  const shapes = coverDrawings[slug]
  return (
    <Box className={classNames('case-cover', large && 'case-cover-large')}>
      {shapes && <Drawing drawing={{ ...CANVAS, shapes }} className="case-cover-drawing" />}
    </Box>
  )
}
