import { classNames } from './class-names'
import { type Drawing as DrawingData, strokeWidth } from './drawing-data'

export interface DrawingProps {
  drawing: DrawingData
  /** what it shows; absent for mere decoration */
  label?: string
  className?: string
}

/** A line drawing in the colours of the theme. */
export function Drawing({ drawing, label, className }: DrawingProps) {
  return (
    <svg
      className={classNames('k-drawing', className)}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      fill="none"
      strokeWidth={strokeWidth}
      strokeLinecap="round"
      strokeLinejoin="round"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      focusable="false"
    >
      {drawing.shapes.map(({ d, line, fill, width }) => (
        <path
          key={`${d}${line}${fill}`}
          d={d}
          className={classNames(line && `k-line-${line}`, fill && `k-fill-${fill}`)}
          strokeWidth={width}
        />
      ))}
    </svg>
  )
}
