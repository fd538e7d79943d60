import type { Webhook, WebhookAnswer, WebhookChange, WebhookRequest } from '@shared/contract/webhook.ts'
import { Box } from '@/kit/box'
import { Definition } from '@/kit/definition'
import { Disclosure } from '@/kit/disclosure'
import { Heading } from '@/kit/heading'
import { Sheet } from '@/kit/sheet'
import { useFormat } from '@/locale/use-text'
import { addWebhook, changeWebhook } from '../../api/doors'
import { AskedDeed } from '../../components/asked-deed'
import { DeedNotice } from '../../components/deed-notice'
import { ShownOnce } from '../../components/shown-once'
import { useStaffText } from '../../locale/use-staff-text'
import { useDeed } from '../../state/use-deed'
import { Deliveries } from './deliveries'
import { TryButton } from './try-button'
import { useWebhookWords } from '../../components/words/use-webhook-words'
import { WebhookForm } from './webhook-form'

const NEW: WebhookRequest = { name: '', url: '', events: [], districtCode: null, bodyCode: null }

/** Adds an address. */
export function NewWebhookSheet({
  onDone,
  onClose,
}: {
  onDone: (answer: WebhookAnswer) => void
  onClose: () => void
}) {
  const t = useStaffText()
  return (
    <Sheet open title={t('staff.hooks.new')} onClose={onClose}>
      <WebhookForm
        start={NEW}
        action={t('staff.hooks.new')}
        done=""
        onSend={async (request) => onDone(await addWebhook(request))}
      />
    </Sheet>
  )
}

interface WebhookSheetProps {
  answer: WebhookAnswer
  onChanged: (answer: WebhookAnswer) => void
  onClose: () => void
}

/** One address: how its deliveries go, what it is told, and its secret when it has just been made. */
export function WebhookSheet({ answer, onChanged, onClose }: WebhookSheetProps) {
  const t = useStaffText()
  const { webhook, secret } = answer
  return (
    <Sheet open title={webhook.name} onClose={onClose}>
      <Box gap={4}>
        {secret !== undefined && (
          <ShownOnce title={t('staff.hooks.secret')} text={t('staff.hooks.secret.text')} secret={secret} />
        )}
        <Facts webhook={webhook} />
        <TryButton id={webhook.id} />
        {secret === undefined && <Parts webhook={webhook} onChanged={onChanged} />}
      </Box>
    </Sheet>
  )
}

interface PartsProps {
  webhook: Webhook
  onChanged: WebhookSheetProps['onChanged']
}

/** What is set, and what was sent. */
function Parts(props: PartsProps) {
  const t = useStaffText()
  return (
    <>
      <Disclosure title={t('staff.hooks.settings')}>
        <Box gap={4}>
          <Changes {...props} />
        </Box>
      </Disclosure>
      <Box as="section" label={t('staff.hooks.deliveries')} gap={3}>
        <Heading level={3}>{t('staff.hooks.deliveries')}</Heading>
        <Deliveries {...props} />
      </Box>
    </>
  )
}

function Facts({ webhook }: { webhook: Webhook }) {
  const t = useStaffText()
  const format = useFormat()
  const words = useWebhookWords()
  const { url, lastDeliveredAt, lastError } = webhook
  const last =
    lastDeliveredAt === null
      ? t('staff.hooks.last.never')
      : t('staff.hooks.last', { date: format.dateTime(lastDeliveredAt) })
  const rows = [
    { label: t('staff.hooks.url'), value: url },
    { label: t('staff.hooks.events'), value: words.events(webhook) },
    { label: t('staff.hooks.whose'), value: words.whose(webhook) },
    { label: t('staff.hooks.state'), value: `${words.standing(webhook)} · ${last}` },
    ...(lastError === null ? [] : [{ label: t('staff.hooks.error'), value: words.problem(lastError) }]),
  ]
  return <Definition rows={rows} label={webhook.name} />
}

function Changes({ webhook, onChanged }: PartsProps) {
  const t = useStaffText()
  const deed = useDeed()
  const { id, name, url, events, districtCode, bodyCode, bodyName, paused } = webhook
  const go = (change: WebhookChange, done: string) =>
    void deed.run({}, async () => onChanged(await changeWebhook(id, change)), done)
  const turn = paused ? 'resume' : 'pause'
  return (
    <>
      <WebhookForm
        start={{ name, url, events: events as WebhookRequest['events'], districtCode, bodyCode }}
        {...(bodyName !== null && { bodyName })}
        action={t('staff.doors.save')}
        done={t('staff.doors.saved')}
        onSend={async (request) => onChanged(await changeWebhook(id, request))}
      />
      <DeedNotice deed={deed} idOf={(field) => `hook-${field}`} />
      <AskedDeed
        key={turn}
        id="hook-turn"
        label={t(`staff.hooks.${turn}`)}
        question={t(`staff.hooks.${turn}.text`, { name })}
        busy={deed.busy}
        onGo={() => go({ paused: !paused }, t(`staff.hooks.${turn}.done`))}
      />
      <AskedDeed
        id="hook-renew"
        label={t('staff.hooks.renew')}
        question={t('staff.hooks.renew.text', { name })}
        danger
        busy={deed.busy}
        onGo={() => go({ renewSecret: true }, t('staff.hooks.renew.done'))}
      />
    </>
  )
}
