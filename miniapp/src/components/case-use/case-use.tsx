import type { CaseProductLink } from '@shared/cases/reform-case.ts'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { Link } from '@/kit/link'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'
import './case-use.scss'

/** The form begins by asking for the station; the snapshot's page asks deputies to sign in first. */
const ways = {
  report: { to: 'report-new', query: { case: 'people-voice-by-code' }, icon: 'edit' },
  snapshot: { to: 'staff-snapshot', query: {}, icon: 'camera' },
} as const

/** From the two cases that this product is: straight into using it. */
export function CaseUse({ link }: { link: CaseProductLink }) {
  const t = useText()
  return (
    <Card as="section" look="tint" label={t(`cases.use.${link}.title`)}>
      <Box row wrap align="center" justify="between" gap={3}>
        <Box className="case-use-words">
          <Text block strong size="large">
            {t(`cases.use.${link}.title`)}
          </Text>
          <Text block>{t(`cases.use.${link}.text`)}</Text>
        </Box>
        <Link {...ways[link]} kind="primary" className="case-use-button">
          {t(`cases.use.${link}`)}
        </Link>
      </Box>
    </Card>
  )
}
