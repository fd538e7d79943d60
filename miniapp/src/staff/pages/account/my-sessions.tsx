import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { SessionList } from '@shared/contract/session.ts'
import { Badge } from '@/kit/badge'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Card } from '@/kit/card'
import { Heading } from '@/kit/heading'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { LoadState } from '@/kit/load-state'
import { useFormat } from '@/locale/use-text'
import { endOtherSessions, endSession, listSessions } from '../../api/own-account'
import { useStaffText } from '../../locale/use-staff-text'
import { DeedNotice } from '../../components/deed-notice'
import { useDeed } from '../../state/use-deed'

const idOf = (name: string) => `sessions-${name}`

/** Where the account is signed in, and the way out of each. */
export function MySessions() {
  const t = useStaffText()
  const client = useQueryClient()
  const deed = useDeed()
  const query = useQuery({ queryKey: ['my-sessions'], queryFn: ({ signal }) => listSessions(signal) })
  const end = async (send: () => Promise<void>) => {
    await deed.run({}, send, t('staff.account.sessions.done'))
    await client.invalidateQueries({ queryKey: ['my-sessions'] })
  }
  return (
    <Card as="section" label={t('staff.account.sessions')}>
      <Box gap={4}>
        <Heading>{t('staff.account.sessions')}</Heading>
        <DeedNotice deed={deed} idOf={idOf} />
        <LoadState query={query} skeleton={{ look: 'list', rows: 2 }}>
          {({ items }) => (
            <>
              <List label={t('staff.account.sessions')}>
                {items.map((session) => (
                  <Session
                    key={session.id}
                    session={session}
                    busy={deed.busy}
                    onEnd={() => void end(() => endSession(session.id))}
                  />
                ))}
              </List>
              {items.length > 1 && (
                <Button block busy={deed.busy} onClick={() => void end(endOtherSessions)}>
                  {t('staff.account.sessions.others')}
                </Button>
              )}
            </>
          )}
        </LoadState>
      </Box>
    </Card>
  )
}

interface SessionProps {
  session: SessionList['items'][number]
  busy: boolean
  onEnd: () => void
}

/** The present one is left by the account's menu, like everywhere. */
function Session({ session: { label, current, lastSeenAt }, busy, onEnd }: SessionProps) {
  const t = useStaffText()
  const format = useFormat()
  const name = label ?? t('staff.account.sessions.unknown')
  const aside = current ? (
    <Badge tone="good">{t('staff.account.sessions.current')}</Badge>
  ) : (
    <Button small busy={busy} label={t('staff.account.sessions.end', { name })} onClick={onEnd}>
      {t('staff.account.sessions.end.short')}
    </Button>
  )
  return (
    <ListItem
      title={name}
      note={t('staff.account.sessions.seen', { ago: format.ago(lastSeenAt) })}
      aside={aside}
    />
  )
}
