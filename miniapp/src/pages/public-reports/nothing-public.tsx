import { emptyInboxDrawing } from '@/components/illustrations/empty-inbox'
import { Button } from '@/kit/button'
import { EmptyState } from '@/kit/empty-state'
import { Link } from '@/kit/link'
import { useText } from '@/locale/use-text'

/** Nothing fits: the way back to everything, or to being the first to say it. */
export function NothingPublic({ onClear }: { onClear: () => void }) {
  const t = useText()
  const ways = (
    <>
      <Button kind="primary" onClick={onClear}>
        {t('public.clear')}
      </Button>
      <Link to="report-new" kind="plain">
        {t('report-new.empty.start')}
      </Link>
    </>
  )
  return (
    <EmptyState drawing={emptyInboxDrawing} title={t('public.none')} actions={ways}>
      {t('public.none.text')}
    </EmptyState>
  )
}
