import { useQuery } from '@tanstack/react-query'
import type { Report } from '@shared/contract/report.ts'
import {
  fillTemplate,
  TEMPLATE_ACTIONS,
  type TemplateAction,
  type TemplateVariable,
} from '@shared/domain/answer-template.ts'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Select } from '@/kit/select'
import type { Format } from '@/locale/format'
import { useFormat } from '@/locale/use-text'
import { useSession } from '@/state/session'
import type { StaffAction } from '../../actions/action-forms'
import { listTemplates } from '../../api/office-work'
import { useStaffText } from '../../locale/use-staff-text'
import { useLocale } from '../../state/use-locale'

interface TemplatePickerProps {
  id: string
  action: StaffAction
  report: Report
  /** the words, ready to be sent */
  onPick: (words: string) => void
}

/** So many are buttons; more are a list. */
const MOST_BUTTONS = 4
const RARELY_CHANGES = 10 * 60_000

function templateAction(action: StaffAction): TemplateAction | undefined {
  return TEMPLATE_ACTIONS.find((one) => one === action)
}

const first = (...names: readonly (string | null | undefined)[]) => names.find(Boolean) ?? ''

/** Each variable has words on every report, so that none goes out empty. */
function valuesOf(report: Report, office: string | null, format: Format): Record<TemplateVariable, string> {
  const { number, address, place, district, category, station, body, holder, promisedAt } = report
  return {
    number,
    place: first(address, place?.address, station?.name, district.name),
    category: category.name,
    station: first(station?.name, district.name),
    body: first(body?.name, office, holder?.name, district.name),
    date: format.date(new Date().toISOString()),
    promisedDate: format.date(promisedAt),
  }
}

/** Ready words of the city and of my office, filled with what is known of the report. */
export function TemplatePicker({ id, action, report, onPick }: TemplatePickerProps) {
  const t = useStaffText()
  const format = useFormat()
  const locale = useLocale()
  const office = useSession((now) => now.account?.office ?? null)
  const asked = templateAction(action)
  const { data } = useQuery({
    queryKey: ['staff', 'templates', asked, locale],
    queryFn: ({ signal }) => listTemplates(asked ?? 'finish', signal),
    enabled: asked !== undefined,
    staleTime: RARELY_CHANGES,
  })
  // Only a help: without them one writes.
  const items = data?.items ?? []
  if (items.length === 0) return null
  const pick = (code: string) => {
    const found = items.find((one) => one.code === code)
    if (found) onPick(fillTemplate(found.text, valuesOf(report, office, format)))
  }
  if (items.length > MOST_BUTTONS) {
    return (
      <Select
        id={`${id}-template`}
        label={t('staff.field.template')}
        value=""
        options={items.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={pick}
        optional
      />
    )
  }
  return (
    <Box row wrap gap={2} label={t('staff.field.template')}>
      {items.map(({ code, name }) => (
        <Button key={code} small icon="plus" onClick={() => pick(code)}>
          {name}
        </Button>
      ))}
    </Box>
  )
}
