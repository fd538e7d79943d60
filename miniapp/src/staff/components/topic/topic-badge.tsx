import type { TopicState } from '@shared/domain/topic-state.ts'
import { Badge } from '@/kit/badge'
import type { IconName } from '@/kit/icon-paths'
import type { Tone } from '@/kit/tone'
import { useStaffText } from '../../locale/use-staff-text'

const LOOKS: Record<TopicState, { tone?: Tone; icon: IconName }> = {
  open: { tone: 'info', icon: 'clock' },
  in_review: { tone: 'wait', icon: 'eye' },
  answered: { tone: 'good', icon: 'check' },
  closed: { icon: 'check' },
}

/** Where a common problem stands, in words and with an icon. */
export function TopicBadge({ state }: { state: TopicState }) {
  const t = useStaffText()
  return <Badge {...LOOKS[state]}>{t(`staff.topic.state.${state}`)}</Badge>
}
