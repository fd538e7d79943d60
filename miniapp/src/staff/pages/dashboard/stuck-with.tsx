import type { Supervision } from '@shared/contract/supervision.ts'
import { HOLDER_TYPES } from '@shared/domain/report-state.ts'
import { Box } from '@/kit/box'
import { Disclosure } from '@/kit/disclosure'
import { Heading } from '@/kit/heading'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { Text } from '@/kit/text'
import { useStaffText } from '../../locale/use-staff-text'

type Holder = Supervision['stuckWith'][number]

interface StuckWithProps {
  holders: readonly Holder[]
  more: boolean
  district: string
}

/** Beyond so many names a kind is folded. */
const UNFOLDED = 12

/** With whom something is stuck: in the order of their codes, because nobody is to be ranked. */
export function StuckWith({ holders, more, district }: StuckWithProps) {
  const t = useStaffText()
  return (
    <Box as="section" gap={3} label={t('staff.dash.stuck')}>
      <Heading>{t('staff.dash.stuck')}</Heading>
      <Text block tone="muted">
        {t(holders.length === 0 ? 'staff.dash.stuck.none' : 'staff.dash.stuck.text')}
      </Text>
      {HOLDER_TYPES.map((type) => {
        const here = holders.filter((holder) => holder.type === type)
        if (here.length === 0) return null
        const list = <HolderList holders={here} district={district} />
        const title = t(`staff.dash.stuck.${type}`, { n: here.length })
        return here.length > UNFOLDED ? (
          <Disclosure key={type} title={title}>
            {list}
          </Disclosure>
        ) : (
          <Box key={type} gap={2}>
            <Heading level={3}>{title}</Heading>
            {list}
          </Box>
        )
      })}
      {more && (
        <Text block tone="muted">
          {t('staff.dash.stuck.more')}
        </Text>
      )}
    </Box>
  )
}

function HolderList({ holders, district }: Pick<StuckWithProps, 'holders' | 'district'>) {
  const t = useStaffText()
  return (
    <List>
      {holders.map(({ type, code, name, overdue, quiet }) => (
        <ListItem
          key={code}
          to="staff-inbox"
          query={{ matter: overdue > 0 ? 'overdue' : 'quiet', holder: `${type}:${code ?? ''}`, district }}
          title={name}
          note={[
            overdue > 0 && t('staff.dash.stuck.overdue', { n: overdue }),
            quiet > 0 && t('staff.dash.stuck.quiet', { n: quiet }),
          ]
            .filter(Boolean)
            .join(' · ')}
        />
      ))}
    </List>
  )
}
