import type { TotpOffer } from '@shared/contract/session.ts'
import { useState } from 'react'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Card } from '@/kit/card'
import { Heading } from '@/kit/heading'
import { LiveRegion } from '@/kit/live-region'
import { Text } from '@/kit/text'
import { TextField } from '@/kit/text-field'
import { copyText } from '@/platform/clipboard'
import { useStaffText } from '../../locale/use-staff-text'
import { CodePicture } from '@/components/code-picture/code-picture'

interface CodeFieldProps {
  id: string
  value: string
  onChange: (value: string) => void
  error?: string | undefined
}

/** A code of the app, or a recovery code. */
export function CodeField({ error, ...field }: CodeFieldProps) {
  const t = useStaffText()
  return (
    <TextField
      {...field}
      label={t('staff.factor.code')}
      hint={t('staff.factor.code.hint')}
      autoComplete="one-time-code"
      {...(error !== undefined && { error })}
    />
  )
}

const STEPS = ['app', 'secret', 'code'] as const

/** What to do in the app, and the field for its first code. */
export function SetUpFactor({ offer, error, ...field }: CodeFieldProps & { offer: TotpOffer }) {
  const t = useStaffText()
  return (
    <Box gap={4}>
      <Heading>{t('staff.factor.title')}</Heading>
      {STEPS.map((step, index) => (
        <Text key={step} block>
          {`${index + 1}. ${t(`staff.factor.step.${step}`)}`}
        </Text>
      ))}
      <CodePicture svg={offer.qr} label={t('staff.factor.qr')} />
      <Secret secret={offer.secret} />
      <TextField
        {...field}
        type="numeric"
        label={t('staff.factor.first')}
        hint={t('staff.factor.first.hint')}
        autoComplete="one-time-code"
        {...(error !== undefined && { error })}
      />
    </Box>
  )
}

function Secret({ secret }: { secret: string }) {
  const t = useStaffText()
  const [copied, setCopied] = useState<boolean | null>(null)
  const words = { true: t('staff.factor.copied'), false: t('staff.factor.copy-failed'), null: '' }
  const message = words[`${copied}`]
  return (
    <Card look="tint">
      <Box gap={3}>
        <Text size="small" tone="muted" block>
          {t('staff.factor.secret')}
        </Text>
        <Text size="large" strong block>
          {(secret.match(/.{1,4}/g) ?? []).join(' ')}
        </Text>
        <Button icon={copied ? 'check' : 'copy'} onClick={() => void copyText(secret).then(setCopied)}>
          {t('staff.factor.copy')}
        </Button>
        {copied === false && <Text block>{message}</Text>}
        <LiveRegion message={message} />
      </Box>
    </Card>
  )
}
