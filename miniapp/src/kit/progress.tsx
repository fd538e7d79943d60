export interface ProgressProps {
  /** 0..1 */
  value: number
  /** what is under way */
  label: string
}

export function Progress({ value, label }: ProgressProps) {
  return (
    <progress className="k-progress" value={value} max={1} aria-label={label}>
      {Math.round(value * 100)}%
    </progress>
  )
}
