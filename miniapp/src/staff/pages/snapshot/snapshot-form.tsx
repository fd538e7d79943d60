import type { Account } from '@shared/contract/session.ts'
import { PhotoPicker } from '@/components/photo-picker/photo-picker'
import { Banner } from '@/kit/banner'
import { Button } from '@/kit/button'
import { ErrorSummary } from '@/kit/error-summary'
import { Form } from '@/kit/form'
import { TextArea } from '@/kit/text-area'
import { useStaffText } from '../../locale/use-staff-text'
import { changeSnapshot, useSnapshotDraft } from '../../state/snapshot-draft'
import { CategoryField } from './category-field'
import { PlaceField } from './place-field'
import { QuestionFields } from './question-fields'
import type { useSnapshot } from './use-snapshot'

interface SnapshotFormProps {
  account: Account
  snapshot: ReturnType<typeof useSnapshot>
}

const MOST_TEXT = 2000
const idOf = (name: string) => `snap-${name.replace(/\W/g, '-')}`
/** The place's first control is its map. */
const leadOf = (name: string) => idOf(name === 'place' ? 'place-map' : name)

/** Photos, one line, kind, place; nothing else. */
export function SnapshotForm({ account, snapshot }: SnapshotFormProps) {
  const t = useStaffText()
  const { errors, attempt, problem, send } = snapshot
  const draft = useSnapshotDraft()
  const summary = Object.entries(errors).map(([name, message]) => ({ id: leadOf(name), message }))
  return (
    <Form onSubmit={send} label={t('staff.snapshot.title')}>
      {problem && (
        <Banner tone="wait" title={t('staff.snapshot.failed')}>
          {`${problem} ${t('staff.snapshot.failed.text')}`}
        </Banner>
      )}
      <ErrorSummary errors={summary} attempt={attempt} />
      <PhotoPicker
        id={idOf('photoIds')}
        label={t('staff.snapshot.photos')}
        hint={t('staff.snapshot.photos.hint')}
        value={draft.photoKeys}
        onChange={(photoKeys) => changeSnapshot({ photoKeys })}
        error={errors.photoIds}
      />
      <TextArea
        id={idOf('text')}
        label={t('staff.snapshot.text')}
        hint={t('staff.snapshot.text.hint')}
        value={draft.text}
        onChange={(text) => changeSnapshot({ text })}
        rows={2}
        max={draft.text.length > MOST_TEXT - 100 ? MOST_TEXT : undefined}
        error={errors.text}
      />
      <CategoryField id={idOf('categoryCode')} error={errors.categoryCode} />
      <QuestionFields idOf={idOf} errors={errors} />
      <PlaceField id={idOf('place')} account={account} error={errors.place} />
      <Button kind="primary" block submit icon="send">
        {t('staff.snapshot.send')}
      </Button>
    </Form>
  )
}
