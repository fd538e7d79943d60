import { useQuery } from '@tanstack/react-query'
import type { Health } from '@shared/contract/health.ts'
import { useState } from 'react'
import { request } from '@/api/client'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { Heading } from '@/kit/heading'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { LiveRegion } from '@/kit/live-region'
import { Text } from '@/kit/text'
import { useStaffText } from '../../locale/use-staff-text'

/** The accounts of the demonstration city, as worker/demo-city/accounts.ts makes them. */
const ACCOUNTS = ['station', 'body', 'deputy', 'supervisor', 'desk'] as const
const PASSWORD = 'mashang-demo'

/** Only where the city is made up: who can be tried, filled in by a tap. */
export function DemoAccounts({
  onPick,
}: {
  onPick: (entered: { username: string; password: string }) => void
}) {
  const t = useStaffText()
  const [picked, setPicked] = useState('')
  const { data } = useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) => request<Health>({ path: '/api/v1/health', signal }),
    staleTime: Infinity,
  })
  if (!data?.demoCity) return null
  const pick = (username: string) => {
    onPick({ username, password: PASSWORD })
    setPicked(t('staff.demo.filled', { name: username }))
  }
  return (
    <Card as="section" label={t('staff.demo.title')} look="tint">
      <Box gap={3}>
        <Heading>{t('staff.demo.title')}</Heading>
        <Text block>{t('staff.demo.text')}</Text>
        <List label={t('staff.demo.title')}>
          {ACCOUNTS.map((role) => (
            <ListItem
              key={role}
              icon="user"
              title={`${role}.demo`}
              note={t(`staff.demo.${role}`)}
              onClick={() => pick(`${role}.demo`)}
            />
          ))}
        </List>
        <LiveRegion message={picked} />
      </Box>
    </Card>
  )
}
