import type { AccountAnswer } from '@shared/contract/account.ts'
import { useState } from 'react'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Card } from '@/kit/card'
import { Heading } from '@/kit/heading'
import { LiveRegion } from '@/kit/live-region'
import { Text } from '@/kit/text'
import { useFormat } from '@/locale/use-text'
import { copyText } from '@/platform/clipboard'
import { CodePicture } from '@/components/code-picture/code-picture'
import { useStaffText } from '../../locale/use-staff-text'

/** The link by which the owner of an account comes in, shown this once: to scan, or to copy. */
export function InvitationCard({ invitation }: { invitation: NonNullable<AccountAnswer['invitation']> }) {
  const t = useStaffText()
  const format = useFormat()
  const [copied, setCopied] = useState<boolean | null>(null)
  const words = { true: t('staff.accounts.link.copied'), false: t('staff.accounts.link.by-hand'), null: '' }
  const message = words[`${copied}`]
  return (
    <Card look="tint">
      <Box gap={3}>
        <Heading>{t('staff.accounts.link')}</Heading>
        <Text block>{t('staff.accounts.link.text', { date: format.dateTime(invitation.expiresAt) })}</Text>
        <CodePicture svg={invitation.qr} label={t('staff.accounts.link.qr')} />
        <Text size="small" block className="staff-code">
          {invitation.link}
        </Text>
        <Button
          icon={copied ? 'check' : 'copy'}
          onClick={() => void copyText(invitation.link).then(setCopied)}
        >
          {t('staff.accounts.link.copy')}
        </Button>
        {copied === false && <Text block>{message}</Text>}
        <LiveRegion message={message} />
      </Box>
    </Card>
  )
}
