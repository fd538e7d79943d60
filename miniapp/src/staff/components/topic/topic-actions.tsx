import type { TopicAnswer } from '@shared/contract/topic.ts'
import { useState } from 'react'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Text } from '@/kit/text'
import { navigate } from '@/platform/navigation'
import { useStaffText } from '../../locale/use-staff-text'
import { inOrder, type TopicDeed, topicForms } from '../../topics/topic-forms'
import { TopicSheet } from './topic-sheet'

interface TopicActionsProps {
  answer: TopicAnswer
  onDone: (deed: TopicDeed) => void
}

/** What may be done now: exactly what the API allows, what moves it on first. */
export function TopicActions({ answer, onDone }: TopicActionsProps) {
  const t = useStaffText()
  const [open, setOpen] = useState<TopicDeed | null>(null)
  const { topic, reports, actions } = answer
  const deeds = inOrder(actions)
  // An order that was given is not what must be done next.
  const isOrdered = topic.orderText !== null
  const first = deeds.find((deed) => topicForms[deed].main && !(deed === 'order' && isOrdered))
  const press = (deed: TopicDeed) => {
    if (topicForms[deed].page === 'proposal') navigate('staff-proposal', { id: topic.id })
    else setOpen(deed)
  }
  const kindOf = (deed: TopicDeed) => {
    if (deed === first) return 'primary'
    return topicForms[deed].grave ? 'danger' : 'plain'
  }
  return (
    <Box as="section" label={t('staff.do')} gap={2}>
      {deeds.length === 0 && (
        <Text block tone="muted">
          {t('staff.topic.do.nothing')}
        </Text>
      )}
      {deeds.map((deed) => (
        <Button key={deed} block kind={kindOf(deed)} icon={topicForms[deed].icon} onClick={() => press(deed)}>
          {t(deed === 'order' && isOrdered ? 'staff.topic.do.order-again' : `staff.topic.do.${deed}`)}
        </Button>
      ))}
      {open !== null && (
        <TopicSheet
          key={open}
          deed={open}
          subject={topic.id}
          version={topic.version}
          candidates={open === 'remove' ? reports : []}
          about={{ category: topic.category?.code ?? '', district: topic.district?.code ?? '' }}
          onClose={() => setOpen(null)}
          onDone={() => {
            const deed = open
            setOpen(null)
            onDone(deed)
          }}
        />
      )}
    </Box>
  )
}
