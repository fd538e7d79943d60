import { useInfiniteQuery } from '@tanstack/react-query'
import type { AuditEntry } from '@shared/contract/audit.ts'
import { AUDIT_ACTIONS, type AuditAction } from '@shared/domain/audit.ts'
import { useState } from 'react'
import { Box } from '@/kit/box'
import { Disclosure } from '@/kit/disclosure'
import { EmptyState } from '@/kit/empty-state'
import { Link } from '@/kit/link'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { LoadState } from '@/kit/load-state'
import { Select } from '@/kit/select'
import { Text } from '@/kit/text'
import { useFormat } from '@/locale/use-text'
import { savesFiles } from '@/platform/saves-files'
import { exportAddresses, listAudit } from '../../api/administration'
import { AdminPage } from '../../components/admin-page'
import { LoadMore } from '@/components/load-more/load-more'
import { useStaffText } from '../../locale/use-staff-text'

/** Who did what, when and from where. */
export default function AuditLogPage() {
  const t = useStaffText()
  return (
    <AdminPage title={t('staff.audit.title')} lead={t('staff.audit.lead')} here="staff-audit-log">
      {() => <Log />}
    </AdminPage>
  )
}

function Log() {
  const t = useStaffText()
  const [action, setAction] = useState<AuditAction | ''>('')
  const query = useInfiniteQuery({
    queryKey: ['staff', 'audit-log', action],
    queryFn: ({ pageParam, signal }) =>
      listAudit({ ...(action && { action }), ...(pageParam && { cursor: pageParam }) }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
  const entries = query.data?.pages.flatMap(({ items }) => items)
  return (
    <Box gap={4}>
      <Box className="staff-filter">
        <Select
          id="audit-action"
          label={t('staff.audit.action')}
          empty={t('staff.audit.action.all')}
          value={action}
          options={AUDIT_ACTIONS.map((value) => ({ value, label: t(`staff.audit.${value}`) }))}
          onChange={(chosen) => setAction(AUDIT_ACTIONS.find((one) => one === chosen) ?? '')}
        />
        {savesFiles && (
          <Link kind="plain" icon="download" href={exportAddresses['audit-log']} download="audit-log.csv">
            {t('staff.admin.csv')}
          </Link>
        )}
      </Box>
      <LoadState query={{ ...query, data: entries }} skeleton={{ look: 'list', rows: 6 }}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={t('staff.audit.empty')}>{t('staff.audit.empty.text')}</EmptyState>
          ) : (
            <List label={t('staff.audit.title')}>
              {items.map((entry) => (
                <Entry key={entry.seq} entry={entry} />
              ))}
            </List>
          )
        }
      </LoadState>
      <LoadMore query={query} />
    </Box>
  )
}

function Entry({ entry }: { entry: AuditEntry }) {
  const t = useStaffText()
  const format = useFormat()
  const { seq, at, actor, action, address, device, subject, detail, hash } = entry
  const who = actor.name || t('staff.audit.nobody')
  const from = [address, device].filter(Boolean).join(' · ')
  return (
    <ListItem title={t(`staff.audit.${action}`)} note={`${format.dateTime(at)} · ${who}`}>
      <Disclosure title={t('staff.audit.more', { n: seq })}>
        <Box gap={2}>
          <Text size="small" block>
            {t('staff.audit.subject', { subject })}
          </Text>
          {from !== '' && (
            <Text size="small" block>
              {t('staff.audit.from', { from })}
            </Text>
          )}
          {Object.keys(detail).length > 0 && (
            <Text size="small" block className="staff-code">
              {JSON.stringify(detail, null, 1)}
            </Text>
          )}
          <Text size="small" tone="muted" block className="staff-code">
            {t('staff.audit.hash', { hash })}
          </Text>
        </Box>
      </Disclosure>
    </ListItem>
  )
}
