import type { ApiKey, ApiKeyIssued } from '@shared/contract/api-key.ts'
import { Box } from '@/kit/box'
import { Definition } from '@/kit/definition'
import { Sheet } from '@/kit/sheet'
import { useFormat } from '@/locale/use-text'
import { changeApiKey, issueApiKey } from '../../api/doors'
import { AskedDeed } from '../../components/asked-deed'
import { DeedNotice } from '../../components/deed-notice'
import { ShownOnce } from '../../components/shown-once'
import { useStaffText } from '../../locale/use-staff-text'
import { useDeed } from '../../state/use-deed'
import { KeyForm } from './key-form'
import { useKeyWords } from './use-key-words'

const NEW = { name: '', contact: '', perDay: 200, asksConsent: false }

/** Issues a key. */
export function NewKeySheet({
  onDone,
  onClose,
}: {
  onDone: (issued: ApiKeyIssued) => void
  onClose: () => void
}) {
  const t = useStaffText()
  return (
    <Sheet open title={t('staff.keys.new')} onClose={onClose}>
      <KeyForm
        start={NEW}
        action={t('staff.keys.new')}
        done=""
        onSend={async (request) => onDone(await issueApiKey(request))}
      />
    </Sheet>
  )
}

interface KeySheetProps {
  apiKey: ApiKey
  /** the key itself, right after it was issued */
  secret: string | null
  onChanged: (apiKey: ApiKey) => void
  onClose: () => void
}

/** One key: what it is used for, and what it may. */
export function KeySheet({ apiKey, secret, onChanged, onClose }: KeySheetProps) {
  const t = useStaffText()
  const format = useFormat()
  const words = useKeyWords()
  const rows = [
    { label: t('staff.keys.prefix'), value: `${apiKey.prefix}…` },
    { label: t('staff.keys.contact'), value: apiKey.contact },
    { label: t('staff.keys.used'), value: words.use(apiKey) },
    { label: t('staff.keys.created'), value: format.dateTime(apiKey.createdAt) },
  ]
  return (
    <Sheet open title={apiKey.name} onClose={onClose}>
      <Box gap={4}>
        {secret !== null && (
          <ShownOnce title={t('staff.keys.issued')} text={t('staff.keys.issued.text')} secret={secret} />
        )}
        <Definition rows={rows} label={apiKey.name} />
        {apiKey.revokedAt === null && secret === null && <Changes apiKey={apiKey} onChanged={onChanged} />}
      </Box>
    </Sheet>
  )
}

function Changes({ apiKey, onChanged }: Pick<KeySheetProps, 'apiKey' | 'onChanged'>) {
  const t = useStaffText()
  const deed = useDeed()
  const { id, name, contact, perDay, asksConsent } = apiKey
  const revoke = () =>
    void deed.run(
      {},
      async () => onChanged(await changeApiKey(id, { revoked: true })),
      t('staff.keys.revoke.done'),
    )
  return (
    <>
      <KeyForm
        start={{ name, contact, perDay, asksConsent }}
        action={t('staff.doors.save')}
        done={t('staff.doors.saved')}
        onSend={async (request) => onChanged(await changeApiKey(id, request))}
      />
      <DeedNotice deed={deed} idOf={(field) => `key-${field}`} />
      <AskedDeed
        id="key-revoke"
        label={t('staff.keys.revoke')}
        question={t('staff.keys.revoke.text', { name })}
        danger
        busy={deed.busy}
        onGo={revoke}
      />
    </>
  )
}
