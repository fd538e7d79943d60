import { useText } from '@/locale/use-text'

/** Characters as the server counts them: one emoji or rare character is one. */
export const lengthOf = (text: string) => [...text].length

/** Spoken politely, and only near the end: every keystroke would be noise. */
export function Counter({ value, max }: { value: string; max: number }) {
  const t = useText()
  const left = max - lengthOf(value)
  const words = left < 0 ? t('common.over', { n: -left }) : t('common.left', { n: left })
  return (
    <p
      className={left < 0 ? 'k-counter k-counter-over' : 'k-counter'}
      aria-live={left <= 20 ? 'polite' : 'off'}
    >
      {words}
    </p>
  )
}
