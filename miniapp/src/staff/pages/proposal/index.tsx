import type { Account } from '@shared/contract/session.ts'
import type { TopicAnswer } from '@shared/contract/topic.ts'
import { useState } from 'react'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { LoadState } from '@/kit/load-state'
import { useQuery } from '@/platform/navigation'
import { OffPaper } from '../../components/paper'
import { SupervisorPage } from '../../components/supervisor-page'
import { useStaffText } from '../../locale/use-staff-text'
import { useTopic } from '../../state/use-topics'
import { ProposalDocument } from './proposal-document'
import { ProposalEditor } from './proposal-editor'

/** The formal proposal about a common problem: what is known writes itself, what is proposed the supervisor writes. */
export default function ProposalPage() {
  const t = useStaffText()
  const { id = '' } = useQuery()
  const query = useTopic(id)
  return (
    <SupervisorPage
      forBodies
      title={t('staff.proposal.title')}
      hideTitle
      back={{ to: 'staff-topic', query: { id }, label: t('staff.topic.page') }}
      here={{ to: 'staff-proposal', query: { id } }}
    >
      {(account) => (
        <LoadState query={query} skeleton={{ look: 'card' }}>
          {(answer) => <Proposal answer={answer} account={account} />}
        </LoadState>
      )}
    </SupervisorPage>
  )
}

function Proposal({ answer, account }: { answer: TopicAnswer; account: Account }) {
  const t = useStaffText()
  const [saved, setSaved] = useState(0)
  const { topic, actions } = answer
  return (
    <Box gap={5}>
      <OffPaper>
        {saved === topic.version && <Banner tone="good" title={t('staff.proposal.saved')} />}
        {actions.includes('propose') && (
          <ProposalEditor
            // What was saved is what the next change begins with.
            key={topic.version}
            topic={topic}
            onSaved={(after) => setSaved(after.topic.version)}
          />
        )}
      </OffPaper>
      <ProposalDocument answer={answer} account={account} />
    </Box>
  )
}
