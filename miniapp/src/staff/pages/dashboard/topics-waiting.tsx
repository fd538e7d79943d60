import type { Supervision } from '@shared/contract/supervision.ts'
import { Box } from '@/kit/box'
import { Heading } from '@/kit/heading'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { useStaffText } from '../../locale/use-staff-text'

/** Common problems: what is suggested, what was answered and must be looked at, what is late. */
export function TopicsWaiting({ topics }: Pick<Supervision, 'topics'>) {
  const t = useStaffText()
  const { suggestions, inReview, pastDue } = topics
  return (
    <Box as="section" gap={3} label={t('staff.topics.title')}>
      <Heading>{t('staff.topics.title')}</Heading>
      <List>
        <ListItem
          to="staff-topics"
          icon="merge"
          title={t('staff.dash.topics.suggestions', { n: suggestions })}
          note={t('staff.dash.topics.suggestions.text')}
        />
        <ListItem
          to="staff-topics"
          query={{ state: 'in_review' }}
          icon="check"
          title={t('staff.dash.topics.review', { n: inReview })}
        />
        <ListItem
          to="staff-topics"
          query={{ state: 'open' }}
          icon="clock"
          title={t('staff.dash.topics.late', { n: pastDue })}
        />
        <ListItem
          to="staff-monthly"
          icon="calendar"
          title={t('staff.monthly.title')}
          note={t('staff.monthly.lead')}
        />
      </List>
    </Box>
  )
}
