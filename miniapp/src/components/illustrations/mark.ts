import type { Drawing } from '@/kit/drawing-data'
import { kapok } from './kapok'

/** 码上's mark. */
export const mark: Drawing = { width: 40, height: 40, shapes: kapok(20, 21.5, 18.5, 'kapok', 'paper') }
