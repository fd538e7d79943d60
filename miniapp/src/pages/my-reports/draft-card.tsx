import { Badge } from '@/kit/badge'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { Link } from '@/kit/link'
import { Text } from '@/kit/text'
import { useFormat, useText } from '@/locale/use-text'
import { hasContent, useDraft } from '@/state/draft'

/** A report that is half written, and the way back to it. */
export function DraftCard() {
  const t = useText()
  const format = useFormat()
  const draft = useDraft((store) => store.draft)
  if (!hasContent(draft)) return null
  return (
    <Card as="section" label={t('my-reports.draft')}>
      <Box gap={3}>
        <Box row wrap gap={2} align="center" justify="between">
          <Badge icon="edit">{t('my-reports.draft')}</Badge>
          <Text size="small" tone="muted">
            {format.ago(draft.savedAt)}
          </Text>
        </Box>
        {draft.text && (
          <Text block className="my-report-text">
            {draft.text}
          </Text>
        )}
        <Link to="report-new" kind="plain">
          {t('report-new.draft.continue')}
        </Link>
      </Box>
    </Card>
  )
}
