import {
  blackOutText,
  findPersonal,
  isCertain,
  type PersonalFinding,
} from '@shared/domain/personal-patterns.ts'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Checkbox } from '@/kit/checkbox'
import { LiveRegion } from '@/kit/live-region'
import { Text } from '@/kit/text'
import { TextArea } from '@/kit/text-area'
import { shownToPublic } from '../../actions/action-values'
import { useStaffText } from '../../locale/use-staff-text'
import type { ActionFieldProps, SpecOf } from './field-props'

/**
 * The words the public will read: to begin with the reporter's without what nobody needs to know, or those that are
 * public already. What is still in them of telephone numbers, plates and doors is pointed out, a button each.
 */
export function PublicTextField(props: ActionFieldProps<SpecOf<'public-text'>>) {
  const t = useStaffText()
  const { spec, action, answer, values, set, id, error } = props
  const text = values.text ?? ''
  const original =
    action === 'redact' ? shownToPublic(answer.report, answer.timeline).text : answer.report.text
  return (
    <Box gap={3}>
      <TextArea
        id={id}
        label={t('staff.field.text.publish')}
        hint={t(action === 'redact' ? 'staff.field.text.redact.hint' : 'staff.field.text.publish.hint')}
        value={text}
        onChange={(next) => set({ text: next, keepPersonal: false })}
        rows={5}
        max={spec.max}
        error={error}
      />
      <Findings text={text} {...props} />
      {text !== original && (
        <Box gap={2}>
          <Text block size="small" tone="muted">
            {t('staff.personal.original', { text: original })}
          </Text>
          <Button small icon="refresh" onClick={() => set({ text: original, keepPersonal: false })}>
            {t('staff.personal.restore')}
          </Button>
        </Box>
      )}
    </Box>
  )
}

function Findings({
  text,
  values,
  set,
  id,
}: Pick<ActionFieldProps, 'values' | 'set' | 'id'> & { text: string }) {
  const t = useStaffText()
  const findings = findPersonal(text)
  const hide = (hidden: readonly PersonalFinding[]) => set({ text: blackOutText(text, hidden) })
  const words = findings.length > 0 ? t('staff.personal.found', { n: findings.length }) : ''
  return (
    <>
      <LiveRegion message={words} />
      {findings.length > 0 && (
        <Box gap={2} label={t('staff.personal.title')}>
          <Text block strong>
            {words}
          </Text>
          {findings.map((finding) => (
            <Button key={finding.start} small icon="eye" onClick={() => hide([finding])}>
              {t('staff.personal.hide', {
                kind: t(`staff.personal.${finding.kind}`),
                text: finding.text,
              })}
            </Button>
          ))}
          {findings.length > 1 && (
            <Button small icon="shield" onClick={() => hide(findings)}>
              {t('staff.personal.hide-all')}
            </Button>
          )}
          {findings.some(isCertain) && (
            <Checkbox
              id={`${id}-keep`}
              label={t('staff.personal.keep')}
              checked={values.keepPersonal === true}
              onChange={(keepPersonal) => set({ keepPersonal })}
            />
          )}
        </Box>
      )}
    </>
  )
}
