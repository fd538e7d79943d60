import { PASSWORD_LENGTH, passwordProblem } from '@shared/domain/password-rules.ts'
import { LiveRegion } from '@/kit/live-region'
import { Text } from '@/kit/text'
import { TextField } from '@/kit/text-field'
import { useStaffText } from '../../locale/use-staff-text'

interface NewPasswordFieldProps {
  id: string
  value: string
  onChange: (value: string) => void
  error?: string | undefined
  /** user name, person, office: what the password may not be made of */
  own: readonly (string | null | undefined)[]
}

/** A new password, judged while it is typed by the rules the server has. */
export function NewPasswordField({ value, own, error, ...field }: NewPasswordFieldProps) {
  const t = useStaffText()
  const problem = value === '' ? null : passwordProblem(value, own)
  const limit = problem === 'password_long' ? PASSWORD_LENGTH.most : PASSWORD_LENGTH.least
  const verdict = problem ? t(`staff.password.${problem}`, { n: limit }) : t('staff.password.good')
  const shown = value === '' ? '' : verdict
  return (
    <>
      <TextField
        {...field}
        value={value}
        type="password"
        label={t('staff.password.new')}
        hint={t('staff.password.hint', { n: PASSWORD_LENGTH.least })}
        autoComplete="new-password"
        {...(error !== undefined && { error })}
      />
      {shown !== '' && (
        <Text block size="small" tone={problem ? 'muted' : 'good'}>
          {shown}
        </Text>
      )}
      <LiveRegion message={shown} />
    </>
  )
}
