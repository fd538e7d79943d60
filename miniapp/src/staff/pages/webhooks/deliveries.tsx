import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import type { WebhookDelivery } from '@shared/contract/webhook-delivery.ts'
import type { Webhook, WebhookAnswer } from '@shared/contract/webhook.ts'
import { formatReportNumber } from '@shared/domain/receipt.ts'
import { LoadMore } from '@/components/load-more/load-more'
import { Badge } from '@/kit/badge'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { EmptyState } from '@/kit/empty-state'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { LoadState } from '@/kit/load-state'
import { Text } from '@/kit/text'
import { retryDeadLetter } from '../../api/configuration'
import { changeWebhook, listDeliveries } from '../../api/doors'
import { DeedNotice } from '../../components/deed-notice'
import { useStaffText } from '../../locale/use-staff-text'
import { useDeed } from '../../state/use-deed'
import { useWebhookWords } from '../../components/words/use-webhook-words'

const WEBHOOKS = ['staff', 'webhooks'] as const
const TONES = { waiting: 'wait', delivered: 'good', dead: 'bad' } as const

interface DeliveriesProps {
  webhook: Webhook
  onChanged: (answer: WebhookAnswer) => void
}

/** What was sent to one address, waits, or never arrived; and the way to send that again. */
export function Deliveries({ webhook, onChanged }: DeliveriesProps) {
  const t = useStaffText()
  const queries = useQueryClient()
  const deed = useDeed()
  const { id, dead } = webhook
  const query = useInfiniteQuery({
    queryKey: [...WEBHOOKS, id, 'deliveries'],
    queryFn: ({ pageParam, signal }) => listDeliveries(id, pageParam, signal),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  })
  const again = (send: () => Promise<unknown>) =>
    void deed.run(
      {},
      async () => {
        await send()
        // The list of addresses, which counts them, and this one.
        await queries.invalidateQueries({ queryKey: WEBHOOKS })
      },
      t('staff.hooks.replay.done'),
    )
  const replay = async () => onChanged(await changeWebhook(id, { replay: true }))
  return (
    <Box gap={4}>
      <DeedNotice deed={deed} idOf={(field) => `hook-${field}`} />
      {dead > 0 && (
        <Box gap={2}>
          <Text block>{t('staff.hooks.replay.text', { n: dead })}</Text>
          <Button icon="refresh" block busy={deed.busy} onClick={() => again(replay)}>
            {t('staff.hooks.replay')}
          </Button>
        </Box>
      )}
      <LoadState
        query={{ ...query, data: query.data?.pages.flatMap(({ items }) => items) }}
        skeleton={{ look: 'list', rows: 4 }}
      >
        {(items) => (
          <>
            <Rows
              deliveries={items}
              paused={webhook.paused}
              busy={deed.busy}
              onAgain={(delivery) => again(() => retryDeadLetter(delivery.id))}
            />
            <LoadMore query={query} />
          </>
        )}
      </LoadState>
    </Box>
  )
}

interface RowsProps {
  deliveries: WebhookDelivery[]
  paused: boolean
  busy: boolean
  onAgain: (delivery: WebhookDelivery) => void
}

function Rows({ deliveries, paused, busy, onAgain }: RowsProps) {
  const t = useStaffText()
  const words = useWebhookWords()
  if (deliveries.length === 0)
    return (
      <EmptyState title={t('staff.hooks.deliveries.none')}>
        {t('staff.hooks.deliveries.none.text')}
      </EmptyState>
    )
  return (
    <List label={t('staff.hooks.deliveries')}>
      {deliveries.map((delivery) => {
        const { id, action, reportNumber, state } = delivery
        const title = `${t(`staff.hooks.event.${action}`)} ${formatReportNumber(reportNumber)}`
        return (
          <ListItem
            key={id}
            title={title}
            note={words.delivery(delivery, paused)}
            aside={<Badge tone={TONES[state]}>{t(`staff.hooks.delivery.${state}`)}</Badge>}
          >
            {state === 'dead' && (
              <Box row>
                <Button
                  small
                  icon="refresh"
                  busy={busy}
                  label={`${t('staff.hooks.again')} ${title}`}
                  onClick={() => onAgain(delivery)}
                >
                  {t('staff.hooks.again')}
                </Button>
              </Box>
            )}
          </ListItem>
        )
      })}
    </List>
  )
}
