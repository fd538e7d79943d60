import { formatCode, parseCode } from '@shared/domain/receipt.ts'
import { scanningDrawing } from '@/components/illustrations/scanning'
import { Button } from '@/kit/button'
import { EmptyState } from '@/kit/empty-state'
import { Link } from '@/kit/link'
import { useText } from '@/locale/use-text'

export interface StationWaitsProps {
  code: string
  busy: boolean
  onRetry: () => void
}

/** The code was scanned where there is no network, and its station was never open on this device. */
export function StationWaits({ code, busy, onRetry }: StationWaitsProps) {
  const t = useText()
  const shown = parseCode(code)
  return (
    <EmptyState
      drawing={scanningDrawing}
      title={t('station.waits')}
      actions={
        <>
          <Button kind="primary" icon="refresh" busy={busy} onClick={onRetry}>
            {t('common.retry')}
          </Button>
          <Link to="home" kind="plain">
            {t('common.home')}
          </Link>
        </>
      }
    >
      {t('station.waits.text', { code: shown ? formatCode(shown) : code })}
    </EmptyState>
  )
}
