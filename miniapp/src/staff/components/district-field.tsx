import type { Account } from '@shared/contract/session.ts'
import { useDistricts } from '@/api/districts'
import { Select } from '@/kit/select'
import { useStaffText } from '../locale/use-staff-text'

interface DistrictFieldProps {
  account: Account
  value: string
  onChange: (district: string) => void
}

/** Which district; whose field is one district has nothing to choose. */
export function DistrictField({ account, value, onChange }: DistrictFieldProps) {
  const t = useStaffText()
  const districts = useDistricts()
  if (account.district) return null
  return (
    <Select
      id="supervision-district"
      label={t('public.district')}
      empty={t('staff.dash.district.all')}
      value={value}
      options={(districts.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))}
      onChange={onChange}
    />
  )
}
