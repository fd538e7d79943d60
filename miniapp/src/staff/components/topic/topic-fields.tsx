import { useQuery } from '@tanstack/react-query'
import { formatReportNumber } from '@shared/domain/receipt.ts'
import type { ComponentType } from 'react'
import { Box } from '@/kit/box'
import { Checkbox } from '@/kit/checkbox'
import { LoadState } from '@/kit/load-state'
import { Select } from '@/kit/select'
import { Text } from '@/kit/text'
import { TextArea } from '@/kit/text-area'
import { TextField } from '@/kit/text-field'
import { listBodies } from '../../api/bodies'
import { useStaffText } from '../../locale/use-staff-text'
import { useLocale } from '../../state/use-locale'
import { topicForms, type TopicDeed, type TopicField as Field } from '../../topics/topic-forms'
import type { TopicValues } from '../../topics/topic-values'

/** A report that may be ticked. */
export interface Candidate {
  number: string
  text: string
}

export interface TopicFieldProps {
  deed: TopicDeed
  id: string
  error?: string
  values: TopicValues
  set: (part: Partial<TopicValues>) => void
  /** the reports of the topic, or of what it is opened from */
  candidates: readonly Candidate[]
  /** what is known of it, for whose duty it may be */
  about: { category: string; district: string }
}

function TitleField({ values, set, id, error }: TopicFieldProps) {
  const t = useStaffText()
  return (
    <TextField
      id={id}
      label={t('staff.topic.field.title')}
      hint={t('staff.topic.field.title.hint')}
      max={60}
      value={values.title}
      onChange={(title) => set({ title })}
      error={error}
    />
  )
}

function WordsField({ deed, values, set, id, error }: TopicFieldProps) {
  const t = useStaffText()
  const { label, min, max } = topicForms[deed]
  return (
    <TextArea
      id={id}
      label={t(label)}
      max={max}
      value={values.text}
      onChange={(text) => set({ text })}
      error={error}
      optional={min === 0}
    />
  )
}

function BodyField({ values, set, id, error, about }: TopicFieldProps) {
  const t = useStaffText()
  const locale = useLocale()
  const bodies = useQuery({
    queryKey: ['staff', 'bodies', about, locale],
    queryFn: ({ signal }) => listBodies(about, signal),
  })
  return (
    <LoadState query={bodies} skeleton={{ rows: 1 }}>
      {(items) => (
        <Select
          id={id}
          label={t('staff.topic.field.body')}
          value={values.bodyCode}
          options={items.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(bodyCode) => set({ bodyCode })}
          error={error}
        />
      )}
    </LoadState>
  )
}

function DayField({ values, set, id, error }: TopicFieldProps) {
  const t = useStaffText()
  return (
    <TextField
      id={id}
      type="date"
      label={t('staff.topic.field.dueAt')}
      value={values.dueAt}
      onChange={(dueAt) => set({ dueAt })}
      error={error}
    />
  )
}

/** Those that are at hand to tick, any other by its number. */
function NumbersField(props: TopicFieldProps) {
  const t = useStaffText()
  const { deed, values, set, id, error, candidates } = props
  return (
    <Box gap={3}>
      {deed === 'open' && <MembersField {...props} error={undefined} />}
      <TextArea
        id={id}
        label={t('staff.topic.field.numbers')}
        hint={t('staff.topic.field.numbers.hint')}
        rows={2}
        value={values.numbers}
        onChange={(numbers) => set({ numbers })}
        error={error}
        optional={deed === 'open' && candidates.length > 0}
      />
    </Box>
  )
}

function MembersField({ values, set, id, error, candidates }: TopicFieldProps) {
  const t = useStaffText()
  if (candidates.length === 0) return null
  const tick = (number: string, isIn: boolean) =>
    set({ chosen: isIn ? [...values.chosen, number] : values.chosen.filter((one) => one !== number) })
  return (
    <Box as="section" gap={2} label={t('staff.topic.field.members')}>
      <Text block strong>
        {t('staff.topic.field.members')}
      </Text>
      {candidates.map(({ number, text }, index) => (
        <Checkbox
          key={number}
          id={index === 0 && error !== undefined ? id : `${id}-${number}`}
          label={text}
          hint={formatReportNumber(number)}
          checked={values.chosen.includes(number)}
          onChange={(isIn) => tick(number, isIn)}
          error={index === 0 ? error : undefined}
        />
      ))}
    </Box>
  )
}

const FIELDS: Record<Field, ComponentType<TopicFieldProps>> = {
  title: TitleField,
  text: WordsField,
  bodyCode: BodyField,
  dueAt: DayField,
  reportNumbers: NumbersField,
  members: MembersField,
}

/** The control for a field of a topic's form. */
export function TopicField({ field, ...props }: TopicFieldProps & { field: Field }) {
  const Control = FIELDS[field]
  return <Control {...props} />
}
