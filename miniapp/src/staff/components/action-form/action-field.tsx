import type { ComponentType } from 'react'
import type { FieldSpec } from '../../actions/action-forms'
import { AnswererField } from './answerer-field'
import { CoBodiesField, ProposedBodyField } from './body-fields'
import type { ActionFieldProps, SpecOf } from './field-props'
import { LeadField } from './lead-field'
import { EvidenceField } from './photo-fields'
import { ComplexityField, DateField, DaysField, ReasonField, YesNoField } from './plain-fields'
import { PublicPhotosField } from './public-photos-field'
import { PublicTextField } from './public-text-field'
import { WrittenField } from './text-fields'

type Fields = { [K in FieldSpec['kind']]: ComponentType<ActionFieldProps<SpecOf<K>>> }

const fields: Fields = {
  text: WrittenField,
  'public-text': PublicTextField,
  lead: LeadField,
  reason: ReasonField,
  answerer: AnswererField,
  'co-bodies': CoBodiesField,
  'proposed-body': ProposedBodyField,
  complexity: ComplexityField,
  days: DaysField,
  date: DateField,
  photos: EvidenceField,
  'public-photos': PublicPhotosField,
  'yes-no': YesNoField,
}

/** The control for a field of the table. */
export function ActionField(props: ActionFieldProps) {
  // A spec and its control carry the same kind; TypeScript cannot follow that through the table.
  const Field = fields[props.spec.kind] as ComponentType<ActionFieldProps>
  return <Field {...props} />
}
