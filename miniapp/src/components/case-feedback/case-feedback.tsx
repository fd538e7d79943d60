import type { ShownCase } from '@shared/contract/reform-case.ts'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { Heading } from '@/kit/heading'
import { Link } from '@/kit/link'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'
import { useIsOff } from '@/state/city-switches'

/** From here on the server says only that there are many. */
const MANY = 1000

/** What people say of a case is a report like every other: somebody answers it. */
export function CaseFeedback({ reformCase: { slug, reports } }: { reformCase: ShownCase }) {
  const t = useText()
  const isListOff = useIsOff('public-list')
  return (
    <Card as="section" label={t('case-report.title')}>
      <Box gap={3}>
        <Box gap={1}>
          <Heading>{t('case-report.title')}</Heading>
          <Text block tone="muted">
            {t('case-report.text')}
          </Text>
        </Box>
        <Box row wrap align="center" gap={3}>
          <Link to="report-new" query={{ case: slug }} kind="plain" icon="edit">
            {t('case-report.do')}
          </Link>
          {reports > 0 && !isListOff && (
            <Link to="public-reports" query={{ case: slug }}>
              {t(reports < MANY ? 'case-report.public' : 'case-report.public.many', { n: reports })}
            </Link>
          )}
        </Box>
      </Box>
    </Card>
  )
}
