import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { TotpStatus } from '@shared/contract/session.ts'
import { useState } from 'react'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Card } from '@/kit/card'
import { Heading } from '@/kit/heading'
import { LoadState } from '@/kit/load-state'
import { Text } from '@/kit/text'
import { readTotp } from '../../api/own-account'
import { useStaffText } from '../../locale/use-staff-text'
import { SecondStepForm } from './second-step-form'

/** Whether a code is asked for besides the password, and the way to change that. */
export function SecondStep() {
  const t = useStaffText()
  const client = useQueryClient()
  const [open, setOpen] = useState<'set' | 'end' | null>(null)
  const query = useQuery({ queryKey: ['my-totp'], queryFn: ({ signal }) => readTotp(signal) })
  const close = async () => {
    setOpen(null)
    await client.invalidateQueries({ queryKey: ['my-totp'] })
    await client.invalidateQueries({ queryKey: ['my-sessions'] })
  }
  return (
    <Card as="section" label={t('staff.account.totp')}>
      <Box gap={4}>
        <Heading>{t('staff.account.totp')}</Heading>
        <LoadState query={query} skeleton={{ look: 'list', rows: 1 }}>
          {(status) =>
            open ? (
              <SecondStepForm purpose={open} isOn={status.on} onClose={() => void close()} />
            ) : (
              <Standing status={status} onOpen={setOpen} />
            )
          }
        </LoadState>
      </Box>
    </Card>
  )
}

interface StandingProps {
  status: TotpStatus
  onOpen: (purpose: 'set' | 'end') => void
}

function Standing({ status: { on, required, recoveryCodesLeft }, onOpen }: StandingProps) {
  const t = useStaffText()
  return (
    <Box gap={4}>
      <Text block>
        {on ? t('staff.account.totp.on', { n: recoveryCodesLeft }) : t('staff.account.totp.off')}
      </Text>
      {required && <Text block>{t('staff.account.totp.required')}</Text>}
      <Button block onClick={() => onOpen('set')}>
        {t(on ? 'staff.account.totp.renew' : 'staff.account.totp.begin')}
      </Button>
      {on && !required && (
        <Button block onClick={() => onOpen('end')}>
          {t('staff.account.totp.end')}
        </Button>
      )}
    </Box>
  )
}
