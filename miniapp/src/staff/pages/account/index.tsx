import { Card } from '@/kit/card'
import { AccountFacts } from '../../components/account-menu'
import { StaffPage } from '../../components/staff-page'
import { useStaffText } from '../../locale/use-staff-text'
import { MySessions } from './my-sessions'
import { PasswordForm } from './password-form'
import { SecondStep } from './second-step'

/** One's own account: the password, the second step, and where it is signed in. */
export default function AccountPage() {
  const t = useStaffText()
  return (
    <StaffPage
      title={t('staff.account.title')}
      back={{ to: 'staff-inbox', label: t('staff.inbox.title') }}
      here={{ to: 'staff-account' }}
    >
      {(account) => (
        <>
          <Card>
            <AccountFacts account={account} />
          </Card>
          <PasswordForm account={account} />
          <SecondStep />
          <MySessions />
        </>
      )}
    </StaffPage>
  )
}
