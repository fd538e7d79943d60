import type { Account } from '@shared/contract/session.ts'
import { useState } from 'react'
import { Box } from '@/kit/box'
import { Tabs } from '@/kit/tabs'
import { Text } from '@/kit/text'
import { navigate, useQuery } from '@/platform/navigation'
import { useWide } from '@/platform/use-wide'
import { SupervisorPage } from '../../components/supervisor-page'
import { TopicDesk } from '../../components/topic/topic-desk'
import { useStaffText } from '../../locale/use-staff-text'
import { Suggestions } from './suggestions'
import { stateIn, TopicLists } from './topic-lists'

type Tab = 'suggestions' | 'topics'

/** Common problems: what the city's reports suggest, and what became of those that were taken up. */
export default function TopicsPage() {
  const t = useStaffText()
  const wide = useWide()
  return (
    <SupervisorPage
      forBodies
      title={t('staff.topics.title')}
      lead={t('staff.topics.lead')}
      here={{ to: 'staff-topics' }}
      wide={wide}
    >
      {(account) => (wide ? <Desk account={account} /> : <Lists account={account} open={openPage} />)}
    </SupervisorPage>
  )
}

const openPage = (id: string) => navigate('staff-topic', { id })

interface ListsProps {
  account: Account
  selected?: string
  /** shows a topic */
  open: (id: string) => void
  /** rows are buttons of this page, not links */
  inPlace?: boolean
}

/** Suggestions are the supervisor's; a body sees what it answers for. */
function Lists({ account, selected, open, inPlace }: ListsProps) {
  const t = useStaffText()
  const asked = stateIn(useQuery())
  const [tab, setTab] = useState<Tab>(asked === null ? 'suggestions' : 'topics')
  const lists = <TopicLists begin={asked ?? ''} selected={selected} onOpen={inPlace ? open : undefined} />
  if (account.role !== 'supervisor') return lists
  const options = (['suggestions', 'topics'] as const).map((value) => ({
    value,
    label: t(`staff.topics.tab.${value}`),
  }))
  return (
    <Tabs label={t('staff.topics.title')} value={tab} options={options} onChange={setTab}>
      {tab === 'suggestions' ? <Suggestions onOpened={open} /> : lists}
    </Tabs>
  )
}

/** A wide window: the lists on the left, the chosen problem beside them. */
function Desk({ account }: { account: Account }) {
  const t = useStaffText()
  const [selected, setSelected] = useState('')
  return (
    <Box className="staff-desk">
      <Box as="section" label={t('staff.topics.list')} className="staff-desk-list">
        <Lists account={account} selected={selected} open={setSelected} inPlace />
      </Box>
      <Box as="section" label={t('staff.topics.detail')} className="staff-desk-report staff-focus">
        {selected ? (
          <TopicDesk key={selected} id={selected} />
        ) : (
          <Text block tone="muted" className="staff-desk-none">
            {t('staff.topics.pick')}
          </Text>
        )}
      </Box>
    </Box>
  )
}
