import { TEMPLATE_VARIABLES } from '@shared/domain/answer-template.ts'
import { useStaffText } from '../../locale/use-staff-text'

/** Variables under the names that are read and typed here: `{place}` is kept, `{地点}` is shown. */
export function useVariableWords() {
  const t = useStaffText()
  const names = TEMPLATE_VARIABLES.map(
    (name) => [`{${name}}`, `{${t(`staff.templates.var.${name}`)}}`] as const,
  )
  return {
    /** All of them, as they are read. */
    all: names.map(([, read]) => read),
    shown: (kept: string) => names.reduce((text, [own, read]) => text.replaceAll(own, read), kept),
    kept: (shown: string) => names.reduce((text, [own, read]) => text.replaceAll(read, own), shown),
  }
}
