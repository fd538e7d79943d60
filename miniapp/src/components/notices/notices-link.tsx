import { useUnread } from '@/api/notices'
import { Link } from '@/kit/link'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'
import './notices-link.scss'

const MOST_SHOWN = 99

/** The way to the inbox, with how much is unread. */
export function NoticesLink() {
  const t = useText()
  const unread = useUnread()
  return (
    <Link
      to="notices"
      icon="inbox"
      kind="plain"
      className="notices-link"
      label={unread > 0 ? t('notices.unread', { n: unread }) : undefined}
    >
      {t('notices.short')}
      {unread > 0 && <Text className="notices-count">{unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}</Text>}
    </Link>
  )
}
