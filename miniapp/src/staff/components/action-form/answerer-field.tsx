import type { Body } from '@shared/contract/category.ts'
import type { ReportAnswer } from '@shared/contract/report.ts'
import { Box } from '@/kit/box'
import { Choice, type ChoiceOption } from '@/kit/choice'
import { LoadState } from '@/kit/load-state'
import { Select } from '@/kit/select'
import { proposedBody } from '../../actions/action-values'
import { suggestionOf, whySuggested } from '../../actions/suggestion'
import { type StaffTranslate, useStaffText } from '../../locale/use-staff-text'
import { useBodies, useStationOf } from '../../state/use-offices'
import type { ActionFieldProps, SpecOf } from './field-props'

/** The likely ones with the reason why they stand there, each body once. */
function likely(
  { report, timeline }: ReportAnswer,
  bodies: readonly Body[],
  street: string | undefined,
  t: StaffTranslate,
): ChoiceOption[] {
  const { body } = report
  const proposed = proposedBody(report, timeline)
  const suggestion = suggestionOf(bodies, report, street)
  const office = bodies.find((one) => one.kind === 'street_office')
  const reasons = [
    proposed && { ...proposed, hint: t('staff.field.answerer.proposed') },
    suggestion && { ...suggestion.body, hint: whySuggested(suggestion, t) },
    body && { ...body, hint: t('staff.field.answerer.now') },
    report.channel === 'opinion' && office && { ...office, hint: t('staff.field.answerer.street') },
  ]
  const options = reasons.flatMap((one) =>
    one ? [{ value: `body:${one.code}`, label: one.name, hint: one.hint }] : [],
  )
  return options.filter((option, index) => options.findIndex(({ value }) => value === option.value) === index)
}

/** Who deals with it: a likely body, any other, or a deputy of the station in person. */
export function AnswererField(props: ActionFieldProps<SpecOf<'answerer'>>) {
  const t = useStaffText()
  const { answer, values, set, id, error } = props
  const bodies = useBodies(answer.report)
  const station = useStationOf(answer.report)
  return (
    <LoadState query={bodies} skeleton={{ look: 'list', rows: 3 }}>
      {(items) => (
        <Box gap={3}>
          <Choice
            id={id}
            label={t('staff.field.answerer')}
            value={values.answerer ?? ''}
            options={[
              ...likely(answer, items, station.data?.street.name, t),
              { value: 'other', label: t('staff.field.answerer.other') },
              ...(answer.report.station
                ? [{ value: 'deputy', label: t('staff.field.answerer.deputy') }]
                : []),
            ]}
            onChange={(answerer) => set({ answerer })}
            error={error}
          />
          {values.answerer === 'other' && (
            <Select
              id={`${id}-chosen-body`}
              label={t('staff.field.body')}
              value={values.otherBodyCode ?? ''}
              options={items.map(({ code, name }) => ({ value: code, label: name }))}
              onChange={(otherBodyCode) => set({ otherBodyCode })}
            />
          )}
          {values.answerer === 'deputy' && <DeputyField {...props} />}
        </Box>
      )}
    </LoadState>
  )
}

function DeputyField({ answer, values, set, id }: ActionFieldProps<SpecOf<'answerer'>>) {
  const t = useStaffText()
  const station = useStationOf(answer.report)
  return (
    <LoadState query={station} skeleton={{ rows: 1 }}>
      {({ deputies }) => (
        <Select
          id={`${id}-chosen-deputy`}
          label={t('staff.field.deputy')}
          value={values.deputyId ?? ''}
          options={deputies.map((deputy) => ({
            value: deputy.id,
            label: `${deputy.name} · ${deputy.title}`,
          }))}
          onChange={(deputyId) => set({ deputyId })}
        />
      )}
    </LoadState>
  )
}
