import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Webhook, WebhookAnswer, WebhookList } from '@shared/contract/webhook.ts'
import { useState } from 'react'
import { Badge } from '@/kit/badge'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { EmptyState } from '@/kit/empty-state'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { LoadState } from '@/kit/load-state'
import { listWebhooks } from '../../api/doors'
import { AdminPage } from '../../components/admin-page'
import { useStaffText } from '../../locale/use-staff-text'
import { useWebhookWords } from '../../components/words/use-webhook-words'
import { NewWebhookSheet, WebhookSheet } from './webhook-sheet'

const WEBHOOKS = ['staff', 'webhooks'] as const

/** Which of the city's systems are told of events. */
export default function WebhooksPage() {
  const t = useStaffText()
  return (
    <AdminPage title={t('staff.hooks.title')} lead={t('staff.hooks.lead')} here="staff-webhooks">
      {() => <Webhooks />}
    </AdminPage>
  )
}

/** The list with what has just been answered of one in its place. */
function withOne({ items }: WebhookList, webhook: Webhook): WebhookList {
  return { items: items.map((one) => (one.id === webhook.id ? webhook : one)) }
}

function Webhooks() {
  const t = useStaffText()
  const client = useQueryClient()
  const [chosen, setChosen] = useState<WebhookAnswer | 'new' | null>(null)
  const query = useQuery({ queryKey: WEBHOOKS, queryFn: ({ signal }) => listWebhooks(signal) })
  const show = (answer: WebhookAnswer) => {
    setChosen(answer)
    client.setQueryData<WebhookList>(WEBHOOKS, (list) => list && withOne(list, answer.webhook))
    void client.invalidateQueries({ queryKey: WEBHOOKS })
  }
  const close = () => setChosen(null)
  const fresh = (shown: Webhook) => query.data?.items.find(({ id }) => id === shown.id) ?? shown
  return (
    <Box gap={4}>
      <Box className="staff-deeds">
        <Button kind="primary" icon="plus" onClick={() => setChosen('new')}>
          {t('staff.hooks.new')}
        </Button>
      </Box>
      <LoadState query={{ ...query, data: query.data?.items }} skeleton={{ look: 'list', rows: 3 }}>
        {(webhooks) => <Rows webhooks={webhooks} onOpen={(webhook) => show({ webhook })} />}
      </LoadState>
      {chosen === 'new' && <NewWebhookSheet onDone={show} onClose={close} />}
      {chosen !== null && chosen !== 'new' && (
        <WebhookSheet
          key={`${chosen.webhook.id}-${chosen.secret === undefined}`}
          answer={{ ...chosen, webhook: fresh(chosen.webhook) }}
          onChanged={show}
          onClose={close}
        />
      )}
    </Box>
  )
}

function Rows({ webhooks, onOpen }: { webhooks: Webhook[]; onOpen: (webhook: Webhook) => void }) {
  const t = useStaffText()
  const words = useWebhookWords()
  if (webhooks.length === 0) {
    return <EmptyState title={t('staff.hooks.empty')}>{t('staff.hooks.empty.text')}</EmptyState>
  }
  return (
    <List label={t('staff.hooks.title')}>
      {webhooks.map((webhook) => (
        <ListItem
          key={webhook.id}
          icon="send"
          title={webhook.name}
          note={webhook.url}
          aside={<Badge tone={toneOf(webhook)}>{words.standing(webhook)}</Badge>}
          onClick={() => onOpen(webhook)}
        />
      ))}
    </List>
  )
}

function toneOf({ paused, dead, waiting }: Webhook): 'good' | 'wait' | 'bad' {
  if (dead > 0) return 'bad'
  return paused || waiting > 0 ? 'wait' : 'good'
}
