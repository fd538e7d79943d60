import { useQuery as useAnswer } from '@tanstack/react-query'
import { ApiError } from '@/api/api-error'
import { EmptyState } from '@/kit/empty-state'
import { Link } from '@/kit/link'
import { LoadState } from '@/kit/load-state'
import { Page } from '@/kit/page'
import { redirect } from '@/platform/navigation'
import { useSecretInAddress } from '@/platform/secret-in-address'
import { readInvitation } from '../../api/own-account'
import { useStaffText } from '../../locale/use-staff-text'
import { InvitationForm } from './invitation-form'
import '../../styles/staff.scss'

/** Where the link of an invitation leads: a password, a second factor where the role needs one, and in. */
export default function InvitationPage() {
  const t = useStaffText()
  const token = useSecretInAddress()
  const query = useAnswer({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => readInvitation(token, signal),
    enabled: token !== '',
    retry: false,
    // Used while the page is open: to ask again would take the form away.
    staleTime: Infinity,
  })
  const isVoid = token === '' || (query.error instanceof ApiError && query.error.status === 404)
  return (
    <Page
      title={t('staff.invitation.title')}
      lead={isVoid ? undefined : t('staff.invitation.lead')}
      back={{ to: 'home', label: t('common.home') }}
    >
      {isVoid ? (
        <VoidLink />
      ) : (
        <LoadState query={query} skeleton={{ look: 'list', rows: 3 }}>
          {(invitation) => (
            <InvitationForm token={token} invitation={invitation} onIn={() => redirect('staff-inbox')} />
          )}
        </LoadState>
      )}
    </Page>
  )
}

function VoidLink() {
  const t = useStaffText()
  const signIn = (
    <Link to="staff-sign-in" kind="plain">
      {t('staff.invitation.sign-in')}
    </Link>
  )
  return (
    <EmptyState title={t('staff.invitation.void')} actions={signIn}>
      {t('staff.invitation.void.text')}
    </EmptyState>
  )
}
