import type { Topic, TopicAnswer, TopicEvent } from '@shared/contract/topic.ts'
import { formatReportNumber } from '@shared/domain/receipt.ts'
import { Box } from '@/kit/box'
import { Heading } from '@/kit/heading'
import { Table } from '@/kit/table'
import { Text } from '@/kit/text'
import { Paper, PaperPart as Part } from '../../components/paper'
import { useStaffText } from '../../locale/use-staff-text'
import { usePaperDate } from '../../state/use-paper-date'
import { missingIn } from './missing'

interface ProposalDocumentProps {
  answer: TopicAnswer
}

/**
 * 共性问题建议书: everything in it but the proposal itself comes from the topic and its reports. What is not there yet is
 * named on the paper too, which is then no document that anybody signs: a browser prints without asking us.
 */
export function ProposalDocument({ answer }: ProposalDocumentProps) {
  const t = useStaffText()
  const { topic, timeline } = answer
  const missing = missingIn(topic)
  return (
    <Paper label={t('staff.proposal.title')}>
      <Heading className="paper-title">{t('staff.proposal.heading', { title: topic.title })}</Heading>
      <Text block className="paper-number">
        {t('staff.proposal.number', { id: topic.id })}
      </Text>
      {missing.length > 0 && (
        <Text block strong className="paper-draft">
          {t('staff.proposal.draft', {
            what: missing.map((part) => t(`staff.proposal.missing.${part}`)).join(t('staff.proposal.and')),
          })}
        </Text>
      )}
      {topic.body && (
        <Text block className="paper-to">
          {t('staff.proposal.to', { who: topic.body.name })}
        </Text>
      )}
      <Facts answer={answer} />
      <Course topic={topic} timeline={timeline} />
      {topic.proposal !== null && (
        <Part title={t('staff.proposal.part.proposal')}>
          <Prose>{topic.proposal}</Prose>
        </Part>
      )}
      {missing.length === 0 && <Signature answer={answer} />}
    </Paper>
  )
}

/** Who proposes it, and since when: the same for whoever reads. */
function Signature({ answer: { topic, timeline } }: ProposalDocumentProps) {
  const t = useStaffText()
  const day = usePaperDate()
  const proposed = timeline.findLast(({ action }) => action === 'propose')
  return (
    <Box className="paper-sign">
      <Text block>{proposed?.actor.name ?? t('staff.role.supervisor')}</Text>
      <Text block>{day(proposed?.at ?? topic.updatedAt)}</Text>
    </Box>
  )
}

/** Paragraphs as a person broke them, each with the place where it begins. */
function paragraphsOf(text: string): { at: number; line: string }[] {
  const found: { at: number; line: string }[] = []
  let at = 0
  for (const line of text.split('\n')) {
    if (line.trim() !== '') found.push({ at, line })
    at += line.length + 1
  }
  return found
}

/** Paragraphs with their indents. */
function Prose({ children }: { children: string }) {
  return (
    <>
      {paragraphsOf(children).map(({ at, line }) => (
        <Text key={at} block className="paper-line">
          {line}
        </Text>
      ))}
    </>
  )
}

/** What was reported: how many, from when to when, where, about what. */
function Facts({ answer: { topic, reports } }: ProposalDocumentProps) {
  const t = useStaffText()
  const day = usePaperDate()
  const dates = reports.map(({ createdAt }) => createdAt).sort()
  const facts = {
    where: topic.district?.name ?? t('staff.topic.whole-city'),
    kind: topic.category?.name ?? t('staff.topic.several-kinds'),
    n: topic.reportCount.all,
    open: topic.reportCount.open,
    from: day(dates[0] ?? topic.createdAt),
    to: day(dates[dates.length - 1] ?? topic.createdAt),
  }
  const places = [...new Set(reports.flatMap(({ address }) => address ?? []))]
  return (
    <Part title={t('staff.proposal.part.facts')}>
      <Text block className="paper-line">
        {t('staff.proposal.facts', facts)}
      </Text>
      {places.length > 0 && (
        <Text block className="paper-line">
          {t('staff.proposal.places', { places: places.join('、') })}
        </Text>
      )}
      <Prose>{topic.text}</Prose>
      {reports.length > 0 && (
        <Box className="paper-list">
          <Table
            caption={t('staff.proposal.list')}
            columns={[
              t('staff.proposal.column.number'),
              t('staff.proposal.column.day'),
              t('staff.proposal.column.place'),
              t('staff.proposal.column.state'),
            ]}
            rows={reports.map(({ number, createdAt, address, station, state }) => [
              formatReportNumber(number),
              day(createdAt),
              address ?? station?.name ?? '–',
              t(`report.state.${state}`),
            ])}
          />
        </Box>
      )}
    </Part>
  )
}

/** What was asked of the offices, and what they answered. */
function Course({ topic, timeline }: { topic: Topic; timeline: readonly TopicEvent[] }) {
  const t = useStaffText()
  const day = usePaperDate()
  const { body, orderText, dueAt, answer } = topic
  const answered = timeline.findLast(({ action }) => action === 'answer')
  const who = body?.name ?? ''
  return (
    <Part title={t('staff.proposal.part.course')}>
      {orderText !== null && dueAt !== null && (
        <Text block className="paper-line">
          {t('staff.proposal.ordered', { who, date: day(dueAt), text: orderText })}
        </Text>
      )}
      {answer !== null && answered ? (
        <>
          <Text block className="paper-line">
            {t('staff.proposal.answered', { who, date: day(answered.at) })}
          </Text>
          <Prose>{answer}</Prose>
        </>
      ) : (
        <Text block className="paper-line">
          {t(body === null ? 'staff.proposal.not-ordered' : 'staff.proposal.unanswered')}
        </Text>
      )}
    </Part>
  )
}
