import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ApiKey } from '@shared/contract/api-key.ts'
import { useState } from 'react'
import { apiBase } from '@/api/client'
import { Badge } from '@/kit/badge'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { EmptyState } from '@/kit/empty-state'
import { Link } from '@/kit/link'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { LoadState } from '@/kit/load-state'
import { savesFiles } from '@/platform/saves-files'
import { listApiKeys } from '../../api/doors'
import { AdminPage } from '../../components/admin-page'
import { useStaffText } from '../../locale/use-staff-text'
import { KeySheet, NewKeySheet } from './key-sheet'
import { useKeyWords } from './use-key-words'

const KEYS = ['staff', 'api-keys'] as const

/** What other apps come in by. */
export default function ApiKeysPage() {
  const t = useStaffText()
  return (
    <AdminPage title={t('staff.keys.title')} lead={t('staff.keys.lead')} here="staff-api-keys">
      {() => <Keys />}
    </AdminPage>
  )
}

type Chosen = { apiKey: ApiKey; secret: string | null } | 'new' | null

function Keys() {
  const t = useStaffText()
  const client = useQueryClient()
  const [chosen, setChosen] = useState<Chosen>(null)
  const query = useQuery({ queryKey: KEYS, queryFn: ({ signal }) => listApiKeys(signal) })
  const show = (apiKey: ApiKey, secret: string | null = null) => {
    setChosen({ apiKey, secret })
    void client.invalidateQueries({ queryKey: KEYS })
  }
  const close = () => setChosen(null)
  return (
    <Box gap={4}>
      <Box className="staff-deeds">
        <Button kind="primary" icon="plus" onClick={() => setChosen('new')}>
          {t('staff.keys.new')}
        </Button>
        {savesFiles && (
          <Link kind="plain" icon="info" href={`${apiBase}/api/docs`}>
            {t('staff.keys.docs')}
          </Link>
        )}
      </Box>
      <LoadState query={{ ...query, data: query.data?.items }} skeleton={{ look: 'list', rows: 4 }}>
        {(keys) => <Rows keys={keys} onOpen={show} />}
      </LoadState>
      {chosen === 'new' && <NewKeySheet onDone={({ apiKey, key }) => show(apiKey, key)} onClose={close} />}
      {chosen !== null && chosen !== 'new' && (
        <KeySheet
          key={`${chosen.apiKey.id}-${chosen.secret === null}`}
          {...chosen}
          onChanged={(apiKey) => show(apiKey)}
          onClose={close}
        />
      )}
    </Box>
  )
}

function Rows({ keys, onOpen }: { keys: ApiKey[]; onOpen: (apiKey: ApiKey) => void }) {
  const t = useStaffText()
  const words = useKeyWords()
  if (keys.length === 0) {
    return <EmptyState title={t('staff.keys.empty')}>{t('staff.keys.empty.text')}</EmptyState>
  }
  return (
    <List label={t('staff.keys.title')}>
      {keys.map((apiKey) => (
        <ListItem
          key={apiKey.id}
          icon="shield"
          title={apiKey.name}
          note={`${apiKey.prefix}… · ${words.use(apiKey)}`}
          aside={<Standing apiKey={apiKey} />}
          onClick={() => onOpen(apiKey)}
        />
      ))}
    </List>
  )
}

/** Whether something can be filed with it now. */
function Standing({ apiKey }: { apiKey: ApiKey }) {
  const t = useStaffText()
  if (apiKey.revokedAt !== null) return <Badge tone="bad">{t('staff.keys.revoked')}</Badge>
  if (apiKey.usedToday >= apiKey.perDay) return <Badge tone="wait">{t('staff.keys.full')}</Badge>
  return null
}
