import { Banner } from '@/kit/banner'
import { Link } from '@/kit/link'
import { useText } from '@/locale/use-text'
import { useOutbox } from '@/state/outbox'

/** Says on every screen of a resident that something has not gone out yet; nothing when all has. */
export function OutboxBanner() {
  const t = useText()
  const entries = useOutbox((outbox) => outbox.entries)
  const open = entries.filter(({ status, draft }) => status !== 'sent' && draft.deputy === null)
  if (open.length === 0) return null
  const refused = open.some((entry) => entry.status === 'refused')
  return (
    <Banner
      tone="wait"
      title={t('outbox.banner', { n: open.length })}
      actions={
        <Link to="my-reports" kind="plain">
          {t('outbox.look')}
        </Link>
      }
    >
      {t(refused ? 'outbox.banner.refused' : 'outbox.banner.waiting')}
    </Banner>
  )
}
