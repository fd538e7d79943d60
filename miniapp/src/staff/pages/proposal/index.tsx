import type { TopicAnswer } from '@shared/contract/topic.ts'
import { useState } from 'react'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { LoadState } from '@/kit/load-state'
import { Text } from '@/kit/text'
import { useQuery } from '@/platform/navigation'
import { OffPaper } from '../../components/paper'
import { SupervisorPage } from '../../components/supervisor-page'
import { useStaffText } from '../../locale/use-staff-text'
import { useTopic } from '../../state/use-topics'
import { missingIn } from './missing'
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
      {() => (
        <LoadState query={query} skeleton={{ look: 'card' }}>
          {(answer) => <Proposal answer={answer} />}
        </LoadState>
      )}
    </SupervisorPage>
  )
}

function Proposal({ answer }: { answer: TopicAnswer }) {
  const t = useStaffText()
  const [saved, setSaved] = useState(0)
  const { topic, actions } = answer
  const missing = missingIn(topic)
  const isMine = actions.includes('propose')
  return (
    <Box gap={5}>
      <OffPaper {...(missing.length > 0 && { print: t('staff.proposal.print-draft') })}>
        {isMine && missing.length > 0 && (
          <Banner tone="wait" announce={false} title={t('staff.proposal.missing')}>
            {missing.map((part) => (
              <Text key={part} block>
                {t(`staff.proposal.fill.${part}`)}
              </Text>
            ))}
          </Banner>
        )}
        {saved === topic.version && <Banner tone="good" title={t('staff.proposal.saved')} />}
        {isMine && (
          <ProposalEditor
            // What was saved is what the next change begins with.
            key={topic.version}
            topic={topic}
            onSaved={(after) => setSaved(after.topic.version)}
          />
        )}
      </OffPaper>
      <ProposalDocument answer={answer} />
    </Box>
  )
}
