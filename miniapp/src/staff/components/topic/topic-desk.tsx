import type { Topic, TopicAnswer } from '@shared/contract/topic.ts'
import { useEffect, useState } from 'react'
import { ApiError } from '@/api/api-error'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { Definition } from '@/kit/definition'
import { EmptyState } from '@/kit/empty-state'
import { Heading } from '@/kit/heading'
import { Link } from '@/kit/link'
import { List } from '@/kit/list'
import { LoadState } from '@/kit/load-state'
import { Text } from '@/kit/text'
import { useFormat } from '@/locale/use-text'
import { focusOnId } from '@/platform/scroll'
import { useStaffText } from '../../locale/use-staff-text'
import { useTopic } from '../../state/use-topics'
import type { TopicDeed } from '../../topics/topic-forms'
import { DueBadge } from '../due-badge'
import { MemberRow } from './member-row'
import { ReportPins } from './report-pins'
import { TopicActions } from './topic-actions'
import { TopicBadge } from './topic-badge'
import { TopicHistory } from './topic-history'

/** One common problem: what it is, who answers until when, its reports, what may be done, what was done. */
export function TopicDesk({ id }: { id: string }) {
  const t = useStaffText()
  const query = useTopic(id)
  if (query.error instanceof ApiError && query.error.code === 'NOT_FOUND') {
    const back = (
      <Link to="staff-topics" kind="primary">
        {t('staff.topic.to-list')}
      </Link>
    )
    return <EmptyState title={t('staff.topic.not-found')} actions={back} />
  }
  return (
    <LoadState query={query} skeleton={{ look: 'card' }}>
      {(answer) => <Desk key={answer.topic.id} answer={answer} />}
    </LoadState>
  )
}

const RESULT = 'topic-result'

function Desk({ answer }: { answer: TopicAnswer }) {
  const t = useStaffText()
  const [done, setDone] = useState<{ deed: TopicDeed } | null>(null)
  const { topic, reports, timeline } = answer
  useEffect(() => {
    if (done) focusOnId(RESULT)
  }, [done])
  return (
    <Box gap={4}>
      {done && (
        <Box id={RESULT} className="staff-focus">
          <Banner tone="good" title={t(`staff.topic.done.${done.deed}`)} />
        </Box>
      )}
      <Box className="topic-columns">
        <Box gap={4}>
          <About topic={topic} />
          <Said topic={topic} />
        </Box>
        <Box gap={4}>
          <TopicActions answer={answer} onDone={(deed) => setDone({ deed })} />
        </Box>
      </Box>
      <Card as="section" label={t('staff.topic.reports', { n: reports.length })}>
        <Box gap={3}>
          <Heading>{t('staff.topic.reports', { n: reports.length })}</Heading>
          <ReportPins of={topic.title} reports={reports} />
          <List label={t('staff.topic.reports', { n: reports.length })}>
            {reports.map((report) => (
              <MemberRow key={report.number} report={report} />
            ))}
          </List>
        </Box>
      </Card>
      <Card as="section" label={t('staff.topic.history')}>
        <Box gap={3}>
          <Heading>{t('staff.topic.history')}</Heading>
          <TopicHistory timeline={timeline} />
        </Box>
      </Card>
    </Box>
  )
}

function About({ topic }: { topic: Topic }) {
  const t = useStaffText()
  const format = useFormat()
  const { title, text, state, category, district, body, dueAt, reportCount, createdAt } = topic
  const rows = [
    { label: t('report-new.category'), value: category?.name ?? t('staff.topic.several-kinds') },
    { label: t('public.district'), value: district?.name ?? t('staff.topic.whole-city') },
    { label: t('staff.topic.field.body'), value: body?.name ?? t('staff.topic.nobody') },
    {
      label: t('staff.topic.concerns'),
      value: t('staff.topic.count', { n: reportCount.all, open: reportCount.open }),
    },
    { label: t('staff.topic.opened'), value: format.date(createdAt) },
    ...(dueAt === null ? [] : [{ label: t('staff.topic.due'), value: <Due state={state} dueAt={dueAt} /> }]),
  ]
  return (
    <Card as="section" label={title}>
      <Box gap={3}>
        <Box row wrap gap={2} align="center" justify="between">
          <Heading>{title}</Heading>
          <TopicBadge state={state} />
        </Box>
        <Text block prose>
          {text}
        </Text>
        <Definition rows={rows} label={title} />
      </Box>
    </Card>
  )
}

/** What is left counts only while somebody must answer. */
function Due({ state, dueAt }: Pick<Topic, 'state'> & { dueAt: string }) {
  const format = useFormat()
  return (
    <Box row wrap gap={2} align="center">
      <Text>{format.date(dueAt)}</Text>
      {state === 'open' && <DueBadge dueAt={dueAt} />}
    </Box>
  )
}

/** The order, the answer, and the document that came of it. */
function Said({ topic: { id, orderText, answer, proposal } }: { topic: Topic }) {
  const t = useStaffText()
  const parts = [
    { label: t('staff.topic.order'), text: orderText },
    { label: t('staff.topic.answer'), text: answer },
    { label: t('staff.topic.proposal'), text: proposal },
  ].filter(({ text }) => text !== null)
  return (
    <>
      {parts.map(({ label, text }) => (
        <Card key={label} as="section" label={label}>
          <Heading level={3}>{label}</Heading>
          <Text block prose>
            {text}
          </Text>
        </Card>
      ))}
      <Link to="staff-proposal" query={{ id }} kind="plain" block icon="print">
        {t('staff.topic.document')}
      </Link>
    </>
  )
}
