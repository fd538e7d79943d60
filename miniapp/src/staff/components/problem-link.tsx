import { Link } from '@/kit/link'
import { useSession } from '@/state/session'
import { useStaffText } from '../locale/use-staff-text'

/** A deputy who has seen this matter before tells the supervisor so, with this report as the first that shows it. */
export function ProblemLink({ number }: { number: string }) {
  const t = useStaffText()
  const role = useSession(({ account }) => account?.role)
  if (role !== 'deputy') return null
  return (
    <Link to="staff-problems" query={{ report: number }} kind="plain" block icon="flag">
      {t('staff.problem.from-report')}
    </Link>
  )
}
