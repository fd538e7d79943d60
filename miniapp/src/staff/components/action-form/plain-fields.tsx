import { COMPLEXITIES, DECLINE_REASONS } from '@shared/domain/report-state.ts'
import { useCategories } from '@/api/categories'
import { Choice } from '@/kit/choice'
import { Select } from '@/kit/select'
import { TextField } from '@/kit/text-field'
import { useStaffText } from '../../locale/use-staff-text'
import type { ActionFieldProps, SpecOf } from './field-props'

const MOST_DAYS = 15

/** Why it is not taken on; below each, the advice that the reporter will read. */
export function ReasonField({ values, set, id, error }: ActionFieldProps<SpecOf<'reason'>>) {
  const t = useStaffText()
  const options = DECLINE_REASONS.map((reason) => ({
    value: reason,
    label: t(`report.decline.${reason}`),
    hint: t(`report.decline.${reason}.instead`),
  }))
  return (
    <Choice
      id={id}
      label={t('staff.field.reason')}
      value={values.reason ?? ''}
      options={options}
      onChange={(reason) => set({ reason })}
      error={error}
    />
  )
}

/** How hard it is; that decides how long handling may take. */
export function ComplexityField({
  answer: { report },
  values,
  set,
  id,
  error,
}: ActionFieldProps<SpecOf<'complexity'>>) {
  const t = useStaffText()
  const { data } = useCategories()
  const usual = data?.find((category) => category.code === report.category.code)
  const options = COMPLEXITIES.map((complexity) => ({
    value: complexity,
    label: t(`staff.complexity.${complexity}`),
  }))
  const hint = usual
    ? t('staff.field.complexity.usual', {
        name: t(`staff.complexity.${usual.complexity}`),
        n: usual.limits.handle,
      })
    : t('staff.field.complexity.hint')
  return (
    <Choice
      id={id}
      label={t('staff.field.complexity')}
      hint={hint}
      layout="inline"
      value={values.complexity ?? report.complexity}
      options={options}
      onChange={(complexity) => set({ complexity })}
      error={error}
    />
  )
}

export function DaysField({ values, set, id, error }: ActionFieldProps<SpecOf<'days'>>) {
  const t = useStaffText()
  const options = Array.from({ length: MOST_DAYS }, (_, index) => ({
    value: String(index + 1),
    label: t('staff.field.days.option', { n: index + 1 }),
  }))
  return (
    <Select
      id={id}
      label={t('staff.field.days')}
      value={values.days ?? ''}
      options={options}
      onChange={(days) => set({ days })}
      error={error}
    />
  )
}

export function DateField({ values, set, id, error }: ActionFieldProps<SpecOf<'date'>>) {
  const t = useStaffText()
  return (
    <TextField
      id={id}
      type="date"
      label={t('staff.field.dueAt')}
      hint={t('staff.field.dueAt.hint')}
      value={values.dueAt ?? ''}
      onChange={(dueAt) => set({ dueAt })}
      error={error}
    />
  )
}

export function YesNoField({ spec: { name }, values, set, id, error }: ActionFieldProps<SpecOf<'yes-no'>>) {
  const t = useStaffText()
  return (
    <Choice
      id={id}
      label={t(`staff.field.${name}`)}
      layout="inline"
      value={values[name] ?? ''}
      options={[
        { value: 'yes', label: t(`report.rating.${name}.yes`) },
        { value: 'no', label: t(`report.rating.${name}.no`) },
      ]}
      onChange={(chosen) => set({ [name]: chosen })}
      error={error}
    />
  )
}
