import type { Supervision } from '@shared/contract/supervision.ts'
import { MATTERS, type Matter } from '@shared/domain/supervision-matters.ts'
import { Box } from '@/kit/box'
import { classNames } from '@/kit/class-names'
import { Heading } from '@/kit/heading'
import { Icon } from '@/kit/icon'
import type { IconName } from '@/kit/icon-paths'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { Text } from '@/kit/text'
import { useFormat } from '@/locale/use-text'
import { useStaffText } from '../../locale/use-staff-text'

/** How grave each is: said by the icon too. */
const LOOKS: Record<Matter, { tone: 'act' | 'bad' | 'wait'; icon: IconName }> = {
  waiting: { tone: 'act', icon: 'inbox' },
  disputes: { tone: 'act', icon: 'people' },
  overdue: { tone: 'bad', icon: 'alert' },
  escalated: { tone: 'bad', icon: 'flag' },
  quiet: { tone: 'bad', icon: 'clock' },
  bounced: { tone: 'wait', icon: 'back' },
  sent_back: { tone: 'wait', icon: 'edit' },
  reopened: { tone: 'wait', icon: 'refresh' },
  ordered: { tone: 'wait', icon: 'eye' },
  order_overdue: { tone: 'bad', icon: 'calendar' },
}

interface MattersProps {
  counts: Supervision['matters']
  district: string
}

/** A number for each matter, and the way to exactly these reports. */
export function Matters({ counts, district }: MattersProps) {
  const t = useStaffText()
  return (
    <Box as="section" gap={3} label={t('staff.dash.matters')}>
      <Heading>{t('staff.dash.matters')}</Heading>
      <List bare className="matters" label={t('staff.dash.matters')}>
        {MATTERS.map((matter) => (
          <Tile key={matter} matter={matter} n={counts[matter]} district={district} />
        ))}
      </List>
    </Box>
  )
}

function Tile({ matter, n, district }: { matter: Matter; n: number; district: string }) {
  const t = useStaffText()
  const format = useFormat()
  const { tone, icon } = LOOKS[matter]
  return (
    <ListItem
      to="staff-inbox"
      query={{ matter, district }}
      className={classNames('matter', `matter-${n === 0 ? 'none' : tone}`)}
    >
      <Box gap={1} className="matter-words">
        <Box row gap={2} align="center" justify="between">
          <Text size="figure" className="matter-number">
            {format.number(n)}
          </Text>
          <Icon name={n === 0 ? 'check' : icon} />
        </Box>
        <Text block strong>
          {t(`staff.dash.matter.${matter}`)}
        </Text>
        <Text block size="small" tone="muted">
          {t(`staff.dash.matter.${matter}.text`)}
        </Text>
      </Box>
    </ListItem>
  )
}
