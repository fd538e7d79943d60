import type { TopicSuggestion } from '@shared/contract/topic.ts'
import { useState } from 'react'
import { ApiError } from '@/api/api-error'
import { queryClient } from '@/api/query-client'
import { ConfirmSheet } from '@/components/confirm-sheet/confirm-sheet'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Card } from '@/kit/card'
import { Definition } from '@/kit/definition'
import { Disclosure } from '@/kit/disclosure'
import { Heading } from '@/kit/heading'
import { List } from '@/kit/list'
import { Text } from '@/kit/text'
import { useFormat } from '@/locale/use-text'
import { dismissSuggestion } from '../../api/topics'
import { useStaffText } from '../../locale/use-staff-text'
import { fromSuggestion } from '../../topics/topic-values'
import { MemberRow } from './member-row'
import { ReportPins } from './report-pins'
import { TopicSheet } from './topic-sheet'

interface SuggestionCardProps {
  suggestion: TopicSuggestion
  onOpened: (id: string) => void
}

/** Reports that may be one problem: why they look alike, where they are, and what can be made of them. */
export function SuggestionCard({ suggestion, onOpened }: SuggestionCardProps) {
  const t = useStaffText()
  const [asking, setAsking] = useState<'open' | 'dismiss' | null>(null)
  const [refused, setRefused] = useState('')
  const { id, category, district, reports } = suggestion
  const title = t('staff.topics.suggestion', {
    district: district.name,
    category: category.name,
    n: reports.length,
  })
  const dismiss = async () => {
    setAsking(null)
    try {
      await dismissSuggestion(id)
      await queryClient.invalidateQueries({ queryKey: ['staff', 'suggestions'] })
      void queryClient.invalidateQueries({ queryKey: ['staff', 'supervision'] })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setRefused(error.message)
    }
  }
  return (
    <Card as="article" label={title}>
      <Box gap={3}>
        <Heading>{title}</Heading>
        {suggestion.note ? <Noted note={suggestion.note} /> : <Why suggestion={suggestion} />}
        <ReportPins of={title} reports={reports} />
        {reports.length > 0 && (
          <Disclosure title={t('staff.topics.suggestion.reports', { n: reports.length })}>
            <List label={t('staff.topics.suggestion.reports', { n: reports.length })}>
              {reports.map((report) => (
                <MemberRow key={report.number} report={report} />
              ))}
            </List>
          </Disclosure>
        )}
        {refused !== '' && <Banner tone="bad">{refused}</Banner>}
        <Button kind="primary" block icon="merge" onClick={() => setAsking('open')}>
          {t('staff.topic.do.open')}
        </Button>
        <Button block icon="close" onClick={() => setAsking('dismiss')}>
          {t('staff.topics.dismiss')}
        </Button>
      </Box>
      {asking === 'open' && (
        <TopicSheet
          deed="open"
          subject={id}
          begin={fromSuggestion(suggestion, `${district.name}${category.name}`)}
          more={{ suggestionId: id }}
          candidates={reports}
          about={{ category: category.code, district: district.code }}
          onClose={() => setAsking(null)}
          onDone={({ topic }) => {
            setAsking(null)
            onOpened(topic.id)
          }}
        />
      )}
      <ConfirmSheet
        open={asking === 'dismiss'}
        title={t('staff.topics.dismiss.ask')}
        text={t('staff.topics.dismiss.text')}
        confirm={t('staff.topics.dismiss')}
        onConfirm={() => void dismiss()}
        onClose={() => setAsking(null)}
      />
    </Card>
  )
}

/** In a deputy's own words. */
function Noted({ note: { text, at, by } }: { note: NonNullable<TopicSuggestion['note']> }) {
  const t = useStaffText()
  const format = useFormat()
  return (
    <Box gap={1}>
      <Text block prose>
        {text}
      </Text>
      <Text block size="small" tone="muted">
        {[t('staff.topics.noted', { who: by.name }), by.station, format.date(at)].filter(Boolean).join(' · ')}
      </Text>
    </Box>
  )
}

/** What speaks for it, in words. */
function Why({ suggestion: { reasons } }: Pick<SuggestionCardProps, 'suggestion'>) {
  const t = useStaffText()
  const format = useFormat()
  const { radiusMetres, days, likeness, sharedWords, from, to } = reasons
  const rows = [
    ...(radiusMetres === null
      ? []
      : [
          {
            label: t('staff.topics.why.near'),
            value: t('staff.topics.why.near.text', { far: format.distance(radiusMetres) }),
          },
        ]),
    {
      label: t('staff.topics.why.days'),
      value: t('staff.topics.why.days.text', {
        n: Math.max(1, Math.ceil(days)),
        from: format.date(from),
        to: format.date(to),
      }),
    },
    { label: t('staff.topics.why.alike'), value: format.percent(likeness, 1) },
    ...(sharedWords.length === 0
      ? []
      : [{ label: t('staff.topics.why.words'), value: sharedWords.join('、') }]),
  ]
  return (
    <Box gap={1}>
      <Heading level={3}>{t('staff.topics.why')}</Heading>
      <Definition rows={rows} label={t('staff.topics.why')} />
    </Box>
  )
}
