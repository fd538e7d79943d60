import type { CaseProductLink } from '@shared/cases/reform-case.ts'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { Link } from '@/kit/link'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'
import './case-use.scss'

/** Scanning a poster, or a form that asks for the station; the snapshot's page asks deputies to sign in first. */
const ways = {
  report: [
    { to: 'report-new', icon: 'edit', kind: 'primary', words: 'cases.use.report' },
    { to: 'scan', icon: 'qr', kind: 'plain', words: 'cases.use.scan' },
  ],
  snapshot: [{ to: 'staff-snapshot', icon: 'camera', kind: 'primary', words: 'cases.use.snapshot' }],
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
        {ways[link].map(({ words, ...way }) => (
          <Link key={way.to} {...way} className="case-use-button">
            {t(words)}
          </Link>
        ))}
      </Box>
    </Card>
  )
}
