import { useQuery } from '@/platform/navigation'
import { SupervisorPage } from '../../components/supervisor-page'
import { TopicDesk } from '../../components/topic/topic-desk'
import { useStaffText } from '../../locale/use-staff-text'

/** One common problem on a page of its own. */
export default function TopicPage() {
  const t = useStaffText()
  const { id = '' } = useQuery()
  return (
    <SupervisorPage
      forBodies
      title={t('staff.topic.page')}
      back={{ to: 'staff-topics', label: t('staff.topics.title') }}
      here={{ to: 'staff-topic', query: { id } }}
    >
      {() => <TopicDesk id={id} />}
    </SupervisorPage>
  )
}
