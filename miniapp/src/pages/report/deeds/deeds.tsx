import type { ReportAnswer } from '@shared/contract/report.ts'
import { emptyRating, RATING_QUESTIONS, RatingForm } from '@/components/rating-form/rating-form'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { Heading } from '@/kit/heading'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'
import { useKept } from '@/state/use-kept'
import { forgetPhotos, sentPhotoIds } from '@/state/photos'
import { OtherDeeds } from './other-deeds'
import { Supplement } from './supplement'
import { emptyWords, ratingKey, type Words, wordsKey } from './words'
import { type DeedName, type Outcome, useDeed } from './use-deed'

interface DeedsProps {
  answer: ReportAnswer
  queryCode: string | null
}

/** What the reporter may do now, exactly as the server's `actions` say; what is typed outlives every reload. */
export function Deeds({ answer: { report, timeline, actions }, queryCode }: DeedsProps) {
  const t = useText()
  const { outcome, send, busy } = useDeed(report, queryCode)
  const [rating, setRating] = useKept(ratingKey(report.number), emptyRating)
  const [words, setWords] = useKept<Words>(wordsKey(report.number), emptyWords)
  const may = (deed: DeedName) => actions.includes(deed)

  const rate = () => {
    const [answered, solved, satisfied] = RATING_QUESTIONS.map((question) => rating[question] === 'yes')
    const text = rating.text.trim() || undefined
    void send('rate', () => ({
      action: 'rate',
      answered: !!answered,
      solved: !!solved,
      satisfied: !!satisfied,
      text,
    })).then((done) => done && setRating(emptyRating))
  }
  const supplement = () => {
    const { supplement: text, photos } = words
    const request = async () => {
      const photoIds = await sentPhotoIds(photos)
      return {
        action: 'supplement' as const,
        text: text.trim() || undefined,
        photoIds: photoIds.length > 0 ? photoIds : undefined,
      }
    }
    void send('supplement', request).then((done) => done && forgetSupplement())
  }
  const forgetSupplement = () => {
    forgetPhotos(words.photos)
    setWords({ ...words, supplement: '', photos: [] })
  }
  const say = (action: 'appeal' | 'withdraw') => {
    const text = words[action].trim()
    const request = action === 'appeal' ? { action, text } : { action, text: text || undefined }
    void send(action, () => request).then((done) => done && setWords({ ...words, [action]: '' }))
  }

  const asked =
    report.state === 'needs_info'
      ? [...timeline].reverse().find(({ action }) => action === 'ask')?.text
      : null
  return (
    <>
      <OutcomeBanner outcome={outcome} orphan={orphanOf(outcome, actions, { ...words, rate: rating.text })} />
      {may('rate') && (
        <Card as="section" label={t('report.rating')}>
          <Box gap={4}>
            <Heading>{t('report.rating')}</Heading>
            <RatingForm
              value={rating}
              onChange={setRating}
              onSend={rate}
              busy={busy === 'rate'}
              then={afterNo(report)}
            />
          </Box>
        </Card>
      )}
      {may('supplement') && report.state === 'needs_info' && (
        <Card as="section" label={t('report.deed.supplement')}>
          <Box gap={4}>
            <Heading>{t('report.deed.supplement')}</Heading>
            {asked && (
              <Banner tone="wait" title={t('report.deed.supplement.asked')} announce={false}>
                <Text prose>{asked}</Text>
              </Banner>
            )}
            <Supplement words={words} onChange={setWords} onSend={supplement} busy={busy === 'supplement'} />
          </Box>
        </Card>
      )}
      <OtherDeeds
        state={report.state}
        may={may}
        words={words}
        onChange={setWords}
        busy={busy}
        onSupplement={supplement}
        onSay={say}
      />
    </>
  )
}

/** What being dissatisfied leads to (shared/domain/report-effects.ts, rate). */
function afterNo({ round, supervision }: ReportAnswer['report']): 'again' | 'supervisor' | null {
  if (round === 1) return 'again'
  return supervision === 'ordered' ? null : 'supervisor'
}

/** What was typed for a deed that the new state no longer allows: shown, so that it can be copied. */
function orphanOf(outcome: Outcome, actions: readonly string[], typed: Record<DeedName, string>): string {
  return outcome.kind === 'stale' && !actions.includes(outcome.deed) ? typed[outcome.deed] : ''
}

function OutcomeBanner({ outcome, orphan }: { outcome: Outcome; orphan: string }) {
  const t = useText()
  if (outcome.kind === 'done') return <Banner tone="good">{t(`report.deed.done.${outcome.deed}`)}</Banner>
  if (outcome.kind === 'stale') {
    return (
      <Banner tone="wait" title={t('report.stale.title')}>
        {t(orphan ? 'report.stale.over' : 'report.stale.text')}
        {orphan && (
          <Text block prose strong>
            {orphan}
          </Text>
        )}
      </Banner>
    )
  }
  if (outcome.kind === 'failed')
    return <Banner tone="bad">{outcome.message ?? t('report.deed.photos-failed')}</Banner>
  return null
}
