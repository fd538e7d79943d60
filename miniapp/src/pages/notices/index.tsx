import type { Notification } from '@shared/contract/notification.ts'
import { useState } from 'react'
import { markRead, useNotices, useUnread } from '@/api/notices'
import { emptyInboxDrawing } from '@/components/illustrations/empty-inbox'
import { LoadMore } from '@/components/load-more/load-more'
import { noticeLook, noticeNote } from '@/components/notices/notice-look'
import { Badge } from '@/kit/badge'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { EmptyState } from '@/kit/empty-state'
import { Link } from '@/kit/link'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { LoadState } from '@/kit/load-state'
import { Page } from '@/kit/page'
import { Text } from '@/kit/text'
import { useFormat, useText } from '@/locale/use-text'
import { navigate } from '@/platform/navigation'
import { usePullDown } from '@/platform/pull-down'
import { useSession } from '@/state/session'

/** Everything that one was told, latest first. It is the record: other messages are a courtesy. */
export default function NoticesPage() {
  const t = useText()
  const open = useSession((session) => session.open)
  const query = useNotices()
  usePullDown(() => query.refetch())
  const items = query.data?.pages.flatMap((page) => page.items)
  return (
    <Page title={t('notices.title')} lead={t('notices.lead')} back={{ to: 'home' }}>
      {open ? (
        <LoadState query={{ ...query, data: items }} skeleton={{ look: 'list', rows: 5 }}>
          {(notices) => (
            <Box gap={4}>
              <ReadAll />
              {notices.length === 0 ? <Nothing /> : <Notices notices={notices} />}
              <LoadMore query={query} />
            </Box>
          )}
        </LoadState>
      ) : (
        <Nothing />
      )}
    </Page>
  )
}

function Notices({ notices }: { notices: readonly Notification[] }) {
  const t = useText()
  const format = useFormat()
  const isStaff = useSession(({ account }) => Boolean(account && account.role !== 'resident'))
  const openReport = ({ id, read, reportNumber: number }: Notification) => {
    // What was opened counts as read also when the answer to that is lost: it is asked again.
    if (!read) void markRead([id]).catch(() => undefined)
    navigate(isStaff ? 'staff-report' : 'report', { number })
  }
  return (
    <List label={t('notices.title')}>
      {notices.map((notice) => {
        const { title, icon } = noticeLook(notice, t)
        return (
          <ListItem
            key={notice.id}
            icon={icon}
            title={notice.read ? title : <Text strong>{title}</Text>}
            note={noticeNote(notice, t, format.ago(notice.at))}
            aside={notice.read ? undefined : <Badge tone="wait">{t('notices.new')}</Badge>}
            onClick={() => openReport(notice)}
          />
        )
      })}
    </List>
  )
}

function ReadAll() {
  const t = useText()
  const unread = useUnread()
  const [busy, setBusy] = useState(false)
  if (unread === 0) return null
  const read = () => {
    setBusy(true)
    void markRead('all')
      .catch(() => undefined)
      .finally(() => setBusy(false))
  }
  return (
    <Box row wrap align="center" justify="between" gap={2}>
      <Text tone="muted">{t('notices.unread', { n: unread })}</Text>
      <Button small icon="check" busy={busy} onClick={read}>
        {t('notices.read-all')}
      </Button>
    </Box>
  )
}

function Nothing() {
  const t = useText()
  return (
    <EmptyState
      drawing={emptyInboxDrawing}
      title={t('notices.none')}
      actions={
        <Link to="my-reports" kind="plain">
          {t('my-reports.title')}
        </Link>
      }
    >
      {t('notices.none.text')}
    </EmptyState>
  )
}
