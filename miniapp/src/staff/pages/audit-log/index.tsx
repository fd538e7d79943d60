import { useInfiniteQuery } from '@tanstack/react-query'
import { AUDIT_ACTIONS, type AuditAction } from '@shared/domain/audit.ts'
import { useState } from 'react'
import { Box } from '@/kit/box'
import { EmptyState } from '@/kit/empty-state'
import { Link } from '@/kit/link'
import { List } from '@/kit/list'
import { LoadState } from '@/kit/load-state'
import { Select } from '@/kit/select'
import { savesFiles } from '@/platform/saves-files'
import { exportAddresses, listAudit } from '../../api/administration'
import { AdminPage } from '../../components/admin-page'
import { LoadMore } from '@/components/load-more/load-more'
import { mergedNames } from '../../components/reference/merged-names'
import { useStaffText } from '../../locale/use-staff-text'
import { useLocale } from '../../state/use-locale'
import { Entry } from './entry'

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
  const locale = useLocale()
  const [action, setAction] = useState<AuditAction | ''>('')
  const query = useInfiniteQuery({
    queryKey: ['staff', 'audit-log', action, locale],
    queryFn: ({ pageParam, signal }) =>
      listAudit({ ...(action && { action }), ...(pageParam && { cursor: pageParam }) }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
  const names = mergedNames(query.data?.pages ?? [])
  const entries = query.data?.pages.flatMap(({ items }) => items)
  return (
    <Box gap={4}>
      <Select
        id="audit-action"
        label={t('staff.audit.action')}
        empty={t('staff.audit.action.all')}
        value={action}
        options={AUDIT_ACTIONS.map((value) => ({ value, label: t(`staff.audit.${value}`) }))}
        onChange={(chosen) => setAction(AUDIT_ACTIONS.find((one) => one === chosen) ?? '')}
      />
      {savesFiles && (
        <Box className="staff-deeds">
          <Link kind="plain" icon="download" href={exportAddresses['audit-log']} download="audit-log.csv">
            {t('staff.admin.csv')}
          </Link>
        </Box>
      )}
      <LoadState query={{ ...query, data: entries }} skeleton={{ look: 'list', rows: 6 }}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={t('staff.audit.empty')}>{t('staff.audit.empty.text')}</EmptyState>
          ) : (
            <List label={t('staff.audit.title')}>
              {items.map((entry) => (
                <Entry key={entry.seq} entry={entry} names={names} />
              ))}
            </List>
          )
        }
      </LoadState>
      <LoadMore query={query} />
    </Box>
  )
}
