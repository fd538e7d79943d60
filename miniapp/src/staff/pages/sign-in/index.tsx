import type { Account } from '@shared/contract/session.ts'
import { useOutbox } from '@/state/outbox'
import { useSession } from '@/state/session'
import { Banner } from '@/kit/banner'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Card } from '@/kit/card'
import { Heading } from '@/kit/heading'
import { Link } from '@/kit/link'
import { Page } from '@/kit/page'
import { Text } from '@/kit/text'
import { redirect, useQuery } from '@/platform/navigation'
import { AccountFacts, SignOut } from '../../components/account-menu'
import { useStaffText } from '../../locale/use-staff-text'
import { isStaffAccount, useStaff } from '../../state/use-staff'
import { nextPage } from './next-page'
import { SignInForm } from './sign-in-form'
import '../../styles/staff.scss'

export default function SignInPage() {
  const t = useStaffText()
  const query = useQuery()
  useStaff()
  const account = useSession((now) => now.account)
  const goOn = () => {
    const { to, query: rest } = nextPage(query)
    redirect(to, rest)
  }
  return (
    <Page
      title={t('staff.sign-in.title')}
      lead={t('staff.sign-in.lead')}
      back={{ to: 'home', label: t('common.home') }}
    >
      {query.again && !isStaffAccount(account) && <Banner tone="wait">{t('staff.sign-in.again')}</Banner>}
      {!isStaffAccount(account) && <SnapshotsWait />}
      {isStaffAccount(account) ? (
        <Already account={account} onGoOn={goOn} />
      ) : (
        <SignInForm onSignedIn={goOn} />
      )}
      <Text block size="small" tone="muted">
        {t('staff.sign-in.resident')} <Link to="home">{t('staff.sign-in.resident.link')}</Link>
      </Text>
    </Page>
  )
}

/** What was shot before the sign-in ran out is not lost; signing in is all it needs. */
function SnapshotsWait() {
  const t = useStaffText()
  const entries = useOutbox((outbox) => outbox.entries)
  const n = entries.filter(({ draft, status }) => draft.deputy !== null && status !== 'sent').length
  return n === 0 ? null : <Banner tone="info">{t('staff.snapshot.waiting', { n })}</Banner>
}

function Already({ account, onGoOn }: { account: Account; onGoOn: () => void }) {
  const t = useStaffText()
  return (
    <Card as="section">
      <Box gap={4}>
        <Heading>{t('staff.sign-in.already')}</Heading>
        <AccountFacts account={account} />
        <Button kind="primary" block onClick={onGoOn}>
          {t('staff.sign-in.go-on')}
        </Button>
        <SignOut />
      </Box>
    </Card>
  )
}
