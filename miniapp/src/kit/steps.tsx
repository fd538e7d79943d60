import { useText } from '@/locale/use-text'

export interface StepsProps {
  /** 1..total */
  current: number
  total: number
  /** the question of this step */
  title?: string
}

/** '第2步/共4步' with a bar. */
export function Steps({ current, total, title }: StepsProps) {
  const t = useText()
  return (
    <div className="k-steps">
      <p className="k-steps-words">
        <strong className="k-steps-count">{t('common.step', { n: current, total })}</strong>
        {title !== undefined && <span> · {title}</span>}
      </p>
      <div className="k-steps-bar" aria-hidden="true">
        {Array.from({ length: total }, (_, index) => (
          <span key={index} className={index < current ? 'k-steps-part k-steps-done' : 'k-steps-part'} />
        ))}
      </div>
    </div>
  )
}
