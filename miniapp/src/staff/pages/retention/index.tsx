import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { RetentionLimitShown } from '@shared/contract/retention.ts'
import { useState } from 'react'
import { useCategories } from '@/api/categories'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { LoadState } from '@/kit/load-state'
import { listRetention } from '../../api/configuration'
import { AdminPage } from '../../components/admin-page'
import { useStaffText } from '../../locale/use-staff-text'
import { RetentionSheet } from './retention-sheet'

const KEY = ['staff', 'retention']
const ALL = '*'

/** How long what is personal is kept after a report is over, for all and for kinds that differ. */
export default function RetentionPage() {
  const t = useStaffText()
  return (
    <AdminPage title={t('staff.retention.title')} lead={t('staff.retention.lead')} here="staff-retention">
      {() => <Retention />}
    </AdminPage>
  )
}

/** All first, then every kind: its own days, or those of all. */
function rowsOf(limits: readonly RetentionLimitShown[], codes: readonly string[]) {
  const limitOf = (code: string) => limits.find(({ category }) => category === code)
  const ofAll = limitOf(ALL)
  return [ALL, ...codes].flatMap((code) => {
    const own = limitOf(code)
    const limit = own ?? ofAll
    return limit ? [{ ...limit, category: code, isOwn: own !== undefined }] : []
  })
}

function Retention() {
  const t = useStaffText()
  const queries = useQueryClient()
  const { data: categories = [] } = useCategories()
  const [open, setOpen] = useState<RetentionLimitShown | null>(null)
  const [done, setDone] = useState(false)
  const query = useQuery({ queryKey: KEY, queryFn: ({ signal }) => listRetention(signal) })
  const names = new Map(categories.map(({ code, name }) => [code, name]))
  const nameOf = (code: string) => (code === ALL ? t('staff.retention.all') : (names.get(code) ?? code))
  const saved = () => {
    setOpen(null)
    setDone(true)
    void queries.invalidateQueries({ queryKey: KEY })
  }
  return (
    <Box gap={4}>
      {done && <Banner tone="good">{t('staff.retention.saved')}</Banner>}
      <LoadState query={query} skeleton={{ look: 'list', rows: 6 }}>
        {({ items }) => (
          <List label={t('staff.retention.title')}>
            {rowsOf(items, [...names.keys()]).map(({ isOwn, ...limit }) => (
              <ListItem
                key={limit.category}
                title={nameOf(limit.category)}
                note={t(isOwn ? 'staff.retention.days' : 'staff.retention.days.of-all', {
                  contact: limit.contactDays,
                  words: limit.wordsDays,
                })}
                onClick={() => setOpen(limit)}
              />
            ))}
          </List>
        )}
      </LoadState>
      {open && (
        <RetentionSheet
          key={open.category}
          limit={open}
          name={nameOf(open.category)}
          onDone={saved}
          onClose={() => setOpen(null)}
        />
      )}
    </Box>
  )
}
