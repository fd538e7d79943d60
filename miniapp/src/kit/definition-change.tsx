import { useText } from '@/locale/use-text'
import { Button } from './button'
import type { DefinitionRow } from './definition'
import { Link } from './link'

/** The way to change an answer, named after what it changes. */
export function DefinitionChange({ row: { label, change } }: { row: DefinitionRow }) {
  const t = useText()
  const words = t('common.change')
  if (typeof change === 'function') {
    return (
      <Button kind="ghost" small label={`${words} ${label}`} onClick={change}>
        {words}
      </Button>
    )
  }
  return (
    <Link {...change} label={`${words} ${label}`}>
      {words}
    </Link>
  )
}
