import type { State } from '@shared/domain/report-state.ts'
import { useState } from 'react'
import { ConfirmSheet } from '@/components/confirm-sheet/confirm-sheet'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { Disclosure } from '@/kit/disclosure'
import { Heading } from '@/kit/heading'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'
import { ReasonForm } from './reason-form'
import { Supplement } from './supplement'
import type { DeedName } from './use-deed'
import type { Words } from './words'

interface OtherDeedsProps {
  state: State
  may: (deed: DeedName) => boolean
  words: Words
  onChange: (words: Words) => void
  busy: DeedName | null
  onSupplement: () => void
  onSay: (deed: 'appeal' | 'withdraw') => void
}

/** What is possible but not asked for: folded, so that the page stays calm. */
export function OtherDeeds({ state, may, words, onChange, busy, onSupplement, onSay }: OtherDeedsProps) {
  const t = useText()
  // Asked for, the supplement stands open above.
  const adds = may('supplement') && state !== 'needs_info'
  if (!adds && !may('appeal') && !may('withdraw')) return null
  return (
    <Card as="section" label={t('report.deeds')}>
      <Heading>{t('report.deeds')}</Heading>
      {adds && (
        <Disclosure
          title={t('report.deed.supplement')}
          startOpen={words.supplement !== '' || words.photos.length > 0}
        >
          <Supplement words={words} onChange={onChange} onSend={onSupplement} busy={busy === 'supplement'} />
        </Disclosure>
      )}
      {may('appeal') && (
        <Disclosure title={t('report.deed.appeal')}>
          <Box gap={3}>
            <Text block tone="muted">
              {t('report.deed.appeal.text')}
            </Text>
            <ReasonForm
              id="appeal-text"
              label={t('report.deed.reason')}
              send={t('report.deed.appeal.send')}
              value={words.appeal}
              busy={busy === 'appeal'}
              onChange={(appeal) => onChange({ ...words, appeal })}
              onSend={() => onSay('appeal')}
            />
          </Box>
        </Disclosure>
      )}
      {may('withdraw') && (
        <Withdraw words={words} onChange={onChange} busy={busy === 'withdraw'} onSay={onSay} />
      )}
    </Card>
  )
}

type WithdrawProps = Pick<OtherDeedsProps, 'words' | 'onChange' | 'onSay'> & { busy: boolean }

function Withdraw({ words, onChange, busy, onSay }: WithdrawProps) {
  const t = useText()
  const [asking, setAsking] = useState(false)
  return (
    <Disclosure title={t('report.deed.withdraw')}>
      <ReasonForm
        id="withdraw-text"
        label={t('report.deed.withdraw.reason')}
        send={t('report.deed.withdraw')}
        value={words.withdraw}
        optional
        danger
        busy={busy}
        onChange={(withdraw) => onChange({ ...words, withdraw })}
        onSend={() => setAsking(true)}
      />
      <ConfirmSheet
        open={asking}
        title={t('report.deed.withdraw.ask')}
        text={t('report.deed.withdraw.text')}
        confirm={t('report.deed.withdraw.yes')}
        danger
        onConfirm={() => {
          setAsking(false)
          onSay('withdraw')
        }}
        onClose={() => setAsking(false)}
      />
    </Disclosure>
  )
}
