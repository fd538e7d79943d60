import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { LoadState } from '@/kit/load-state'
import { Select } from '@/kit/select'
import { useStaffText } from '../../locale/use-staff-text'
import { useBodies } from '../../state/use-offices'
import type { ActionFieldProps, SpecOf } from './field-props'

const MOST = 5

/** Offices that help; each can be taken out again. */
export function CoBodiesField({ answer, values, set, id, error }: ActionFieldProps<SpecOf<'co-bodies'>>) {
  const t = useStaffText()
  const bodies = useBodies(answer.report)
  const chosen = values.coBodyCodes ?? []
  // The field above says already that the bodies did not load.
  if (!bodies.data) return null
  const free = bodies.data.filter(({ code }) => !chosen.includes(code) && `body:${code}` !== values.answerer)
  const nameOf = (code: string) => bodies.data.find((body) => body.code === code)?.name ?? code
  return (
    <Box gap={2}>
      <Select
        id={id}
        label={t('staff.field.co-bodies')}
        hint={t('staff.field.co-bodies.hint')}
        empty={t('staff.field.co-bodies.add')}
        value=""
        disabled={chosen.length >= MOST}
        options={free.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(code) => code && set({ coBodyCodes: [...chosen, code] })}
        error={error}
        optional
      />
      {chosen.length > 0 && (
        <Box row wrap gap={2}>
          {chosen.map((code) => (
            <Button
              key={code}
              small
              icon="close"
              label={t('staff.field.co-bodies.remove', { name: nameOf(code) })}
              onClick={() => set({ coBodyCodes: chosen.filter((one) => one !== code) })}
            >
              {nameOf(code)}
            </Button>
          ))}
        </Box>
      )}
    </Box>
  )
}

/** Whose duty a bounced report is, in the bouncing body's view. */
export function ProposedBodyField({
  answer,
  values,
  set,
  id,
  error,
}: ActionFieldProps<SpecOf<'proposed-body'>>) {
  const t = useStaffText()
  const bodies = useBodies(answer.report)
  const mine = answer.report.body?.code
  return (
    <LoadState query={bodies} skeleton={{ rows: 1 }}>
      {(items) => (
        <Select
          id={id}
          label={t('staff.field.proposed')}
          value={values.suggestedBodyCode ?? ''}
          options={items
            .filter(({ code }) => code !== mine)
            .map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(suggestedBodyCode) => set({ suggestedBodyCode })}
          error={error}
          optional
        />
      )}
    </LoadState>
  )
}
