import type { WebhookTried } from '@shared/contract/webhook-delivery.ts'
import { useState } from 'react'
import { ApiError } from '@/api/api-error'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { LiveRegion } from '@/kit/live-region'
import { tryWebhook } from '../../api/doors'
import { useStaffText } from '../../locale/use-staff-text'
import { useWebhookWords } from '../../components/words/use-webhook-words'

/** Sends a test now, and tells how the other side took it. */
export function TryButton({ id }: { id: string }) {
  const t = useStaffText()
  const words = useWebhookWords()
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState<WebhookTried | null>(null)
  const attempt = async () => {
    setBusy(true)
    setTried(null)
    try {
      setTried(await tryWebhook(id))
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setTried({ delivered: false, problem: error.message })
    } finally {
      setBusy(false)
    }
  }
  const message =
    tried === null
      ? ''
      : tried.problem === null
        ? t('staff.hooks.try.done')
        : t('staff.hooks.try.failed', { problem: words.problem(tried.problem) })
  return (
    <Box gap={3}>
      <Button icon="send" block busy={busy} onClick={() => void attempt()}>
        {t('staff.hooks.try')}
      </Button>
      {tried && <Banner tone={tried.delivered ? 'good' : 'bad'}>{message}</Banner>}
      <LiveRegion message={message} />
    </Box>
  )
}
