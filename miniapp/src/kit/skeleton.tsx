import { useText } from '@/locale/use-text'

export interface SkeletonProps {
  /** rows to expect */
  rows?: number
  /** text: lines; list: rows of a list; card: one large block */
  look?: 'text' | 'list' | 'card'
}

/** The shape of what is coming, so that nothing jumps when it is there. */
export function Skeleton({ rows = 3, look = 'text' }: SkeletonProps) {
  const t = useText()
  return (
    <output className={`k-skeleton k-skeleton-${look}`}>
      <span className="k-hidden">{t('common.loading')}</span>
      {Array.from({ length: look === 'card' ? 1 : rows }, (_, index) => (
        <span key={index} className="k-skeleton-row" />
      ))}
    </output>
  )
}
