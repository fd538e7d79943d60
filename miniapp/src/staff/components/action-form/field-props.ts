import type { ReportAnswer } from '@shared/contract/report.ts'
import type { FieldSpec, StaffAction } from '../../actions/action-forms'
import type { ActionValues } from '../../actions/action-values'

/** What every field of an action's form gets. */
export interface ActionFieldProps<S extends FieldSpec = FieldSpec> {
  spec: S
  action: StaffAction
  answer: ReportAnswer
  values: ActionValues
  set: (part: ActionValues) => void
  /** for the control: the error summary leads there */
  id: string
  error?: string
}

export type SpecOf<K extends FieldSpec['kind']> = Extract<FieldSpec, { kind: K }>
