import type { TimelineEvent } from '@shared/contract/report.ts'
import { DECLINE_REASONS } from '@shared/domain/report-state.ts'
import { PhotoGallery } from '@/components/photo-gallery/photo-gallery'
import { Box } from '@/kit/box'
import { Text } from '@/kit/text'
import type { Translate } from '@/locale/translate'
import { useText } from '@/locale/use-text'

/** The sentences that say what an action carried besides text and photos. */
function details(event: TimelineEvent, t: Translate): string[] {
  const { data, action } = event
  const lines: string[] = []
  const reason = DECLINE_REASONS.find((one) => one === data.reason)
  if (action === 'decline' && reason)
    lines.push(t(`report.decline.${reason}`), t(`report.decline.${reason}.instead`))
  if (typeof data.suggestedBodyName === 'string')
    lines.push(t('report.event.suggests', { name: data.suggestedBodyName }))
  if (Array.isArray(data.coBodyNames) && data.coBodyNames.length > 0) {
    lines.push(t('report.event.with', { names: data.coBodyNames.join(t('report.comma')) }))
  }
  if (typeof data.waited === 'number') lines.push(t('report.event.waited', { n: data.waited }))
  if (action === 'rate') lines.push(...ratingLines(data, t))
  return lines
}

function ratingLines(data: TimelineEvent['data'], t: Translate): string[] {
  return (['answered', 'solved', 'satisfied'] as const)
    .filter((question) => typeof data[question] === 'boolean')
    .map((question) => t(`report.rating.${question}.${data[question] === true ? 'yes' : 'no'}`))
}

/** What was written, with the photos, under an event's line. */
export function EventContent({ event }: { event: TimelineEvent }) {
  const t = useText()
  const lines = details(event, t)
  // The first event's photos are the report's own: every page shows them with the report.
  const photos = event.action === 'submit' ? [] : event.photos
  const isAnswer = event.action === 'finish' || event.action === 'settle'
  if (lines.length === 0 && !event.text && photos.length === 0) return null
  return (
    <Box gap={2} className="event-content">
      {lines.map((line) => (
        <Text key={line} block size="small" tone="muted">
          {line}
        </Text>
      ))}
      {event.text && (
        <Box className="event-words">
          <Text block prose>
            {event.text}
          </Text>
        </Box>
      )}
      <PhotoGallery photos={photos} label={t(isAnswer ? 'report.photos.after' : 'report.photos')} />
    </Box>
  )
}
