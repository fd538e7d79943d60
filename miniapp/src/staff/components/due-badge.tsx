import { Badge } from '@/kit/badge'
import type { IconName } from '@/kit/icon-paths'
import type { Tone } from '@/kit/tone'
import { useFormat } from '@/locale/use-text'
import { type DueGroup, dueGroup } from '../state/due'
import { useNow } from '../state/use-now'

const looks: Record<DueGroup, { tone?: Tone; icon: IconName }> = {
  overdue: { tone: 'bad', icon: 'alert' },
  today: { tone: 'wait', icon: 'clock' },
  soon: { icon: 'clock' },
  later: { icon: 'clock' },
}

/** How much time is left, or by how much it is too late: in words. */
export function DueBadge({ dueAt }: { dueAt: string }) {
  const format = useFormat()
  const now = useNow()
  return <Badge {...looks[dueGroup(dueAt, now)]}>{format.left(dueAt, now)}</Badge>
}
