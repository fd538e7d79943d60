import { useState } from 'react'
import { ConfirmSheet } from '@/components/confirm-sheet/confirm-sheet'
import { Badge } from '@/kit/badge'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Card } from '@/kit/card'
import { Link } from '@/kit/link'
import { Text } from '@/kit/text'
import type { Tone } from '@/kit/tone'
import { useFormat, useText } from '@/locale/use-text'
import { navigate } from '@/platform/navigation'
import { hasContent, useDraft } from '@/state/draft'
import {
  canBeTried,
  deliver,
  isEditable,
  type OutboxEntry,
  removeFromOutbox,
  wasFiledBefore,
} from '@/state/outbox'
import { forgetPhotos } from '@/state/photos'

const tones: Record<OutboxEntry['status'], Tone> = {
  waiting: 'wait',
  sending: 'info',
  stuck: 'wait',
  'signed-out': 'wait',
  refused: 'bad',
  sent: 'good',
}

export interface EntryCardProps {
  entry: OutboxEntry
  /** takes a snapshot back into its own form; a resident's report has its own way */
  onReopen?: (entry: OutboxEntry) => void
}

/** One report on its way, with what can be done about it. */
export function EntryCard({ entry, onReopen }: EntryCardProps) {
  const t = useText()
  const format = useFormat()
  const filedBefore = wasFiledBefore(entry)
  const words = filedBefore ? t('outbox.filed-before') : (wordsOf(entry) ?? t(`outbox.${entry.status}.text`))
  return (
    <Card as="article">
      <Box gap={3}>
        <Box row wrap gap={2} align="center" justify="between">
          <Badge tone={tones[entry.status]}>
            {t(filedBefore ? 'outbox.filed-before.short' : `outbox.${entry.status}`)}
          </Badge>
          <Text size="small" tone="muted">
            {format.ago(entry.createdAt)}
          </Text>
        </Box>
        <Text block>{entry.draft.text}</Text>
        <Text block size="small" tone="muted">
          {words}
        </Text>
        <Deeds entry={entry} onReopen={onReopen} />
      </Box>
    </Card>
  )
}

/** What the server said; that there is no network is said in our own words. */
function wordsOf({ status, message }: OutboxEntry): string | null {
  return status === 'stuck' || status === 'refused' ? message : null
}

function Deeds({ entry, onReopen }: EntryCardProps) {
  const t = useText()
  const { key, status, number, draft } = entry
  if (status === 'sent') {
    return (
      <Box row wrap gap={2}>
        <Link to={draft.deputy === null ? 'report' : 'staff-report'} query={{ number }} kind="plain">
          {t('outbox.sent.look')}
        </Link>
        <Button kind="ghost" onClick={() => removeFromOutbox(key)}>
          {t('common.close')}
        </Button>
      </Box>
    )
  }
  const canTry = canBeTried(entry)
  return (
    <Box row wrap gap={2}>
      {canTry && (
        <Button small icon="send" onClick={() => void deliver(key)}>
          {t('outbox.try')}
        </Button>
      )}
      {isEditable(entry) && <Reopen entry={entry} onReopen={onReopen} />}
      {(isEditable(entry) || wasFiledBefore(entry)) && <Discard entry={entry} />}
    </Box>
  )
}

/** Takes the report back into the form; a half-written other one must not vanish without a word. */
function Reopen({ entry, onReopen }: EntryCardProps) {
  const t = useText()
  const [asking, setAsking] = useState(false)
  if (onReopen) {
    return (
      <Button small icon="edit" onClick={() => onReopen(entry)}>
        {t('outbox.edit')}
      </Button>
    )
  }
  const reopen = () => {
    const { draft, resume } = useDraft.getState()
    if (hasContent(draft)) forgetPhotos(draft.photos)
    resume(entry.draft, entry.fields)
    removeFromOutbox(entry.key)
    navigate('report-new-check')
  }
  return (
    <>
      <Button
        small
        icon="edit"
        onClick={() => (hasContent(useDraft.getState().draft) ? setAsking(true) : reopen())}
      >
        {t('outbox.edit')}
      </Button>
      <ConfirmSheet
        open={asking}
        title={t('outbox.edit.ask')}
        text={t('outbox.edit.text')}
        confirm={t('outbox.edit.yes')}
        onConfirm={reopen}
        onClose={() => setAsking(false)}
      />
    </>
  )
}

function Discard({ entry }: { entry: OutboxEntry }) {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const discard = () => {
    forgetPhotos(entry.draft.photos)
    removeFromOutbox(entry.key)
  }
  return (
    <>
      <Button small kind="ghost" onClick={() => setAsking(true)}>
        {t('outbox.discard')}
      </Button>
      <ConfirmSheet
        open={asking}
        title={t('outbox.discard.ask')}
        text={t('outbox.discard.text')}
        confirm={t('outbox.discard')}
        danger
        onConfirm={discard}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
