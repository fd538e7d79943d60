import { Banner } from '@/kit/banner'
import { ErrorSummary } from '@/kit/error-summary'
import { LiveRegion } from '@/kit/live-region'
import { useStaffText } from '../locale/use-staff-text'
import type { Deed } from '../state/use-deed'

/** How a deed went, above its form. */
export function DeedNotice({ deed, idOf }: { deed: Deed; idOf: (name: string) => string }) {
  const t = useStaffText()
  const { errors, refusal, done, attempt } = deed
  const summary = Object.entries(errors).map(([name, message]) => ({ id: idOf(name), message }))
  return (
    <>
      <ErrorSummary errors={summary} attempt={attempt} />
      {refusal && summary.length === 0 && (
        <Banner tone="bad" title={t('staff.account.failed')}>
          {refusal.message}
        </Banner>
      )}
      {done !== '' && (
        <Banner tone="good" title={t('staff.account.saved')}>
          {done}
        </Banner>
      )}
      <LiveRegion message={done} />
    </>
  )
}
