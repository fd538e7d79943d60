import type { CaseProductLink } from '@shared/cases/reform-case.ts'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { Link } from '@/kit/link'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'
import { useSession } from '@/state/session'
import './case-use.scss'

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
        {link === 'report' ? <ToReport /> : <ToSnapshot />}
      </Box>
    </Card>
  )
}

function ToReport() {
  const t = useText()
  return (
    <Link to="home" kind="primary" icon="edit" className="case-use-button">
      {t('cases.use.report')}
    </Link>
  )
}

/** Deputies only; who is not signed in as one does so first. */
function ToSnapshot() {
  const t = useText()
  const isDeputy = useSession(({ account }) => account?.role === 'deputy')
  return (
    <Link
      to={isDeputy ? 'staff-snapshot' : 'staff-sign-in'}
      kind="primary"
      icon="camera"
      className="case-use-button"
    >
      {t(isDeputy ? 'cases.use.snapshot' : 'cases.use.snapshot.sign-in')}
    </Link>
  )
}
