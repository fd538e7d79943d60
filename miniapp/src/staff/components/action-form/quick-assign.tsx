import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Text } from '@/kit/text'
import { useHotkeys } from '@/platform/use-hotkeys'
import { useWide } from '@/platform/use-wide'
import { type Suggestion, whySuggested } from '../../actions/suggestion'
import { useStaffText } from '../../locale/use-staff-text'
import type { AtOnce } from './at-once-button'
import { useAtOnce } from './use-at-once'

/** Accepts a report and hands it to the suggested body with one thumb, or with `y`. */
export function QuickAssign({ suggestion, ...given }: AtOnce & { suggestion: Suggestion }) {
  const t = useStaffText()
  const wide = useWide()
  const { code, name } = suggestion.body
  const { complexity } = given.answer.report
  const { busy, send } = useAtOnce(given, 'assign', { answerer: `body:${code}`, complexity })
  useHotkeys({ y: send }, wide)
  return (
    <Box gap={1}>
      <Button block kind="primary" icon="send" busy={busy} onClick={send}>
        {t('staff.quick.assign', { who: name })}
      </Button>
      <Text block size="small" tone="muted">
        {whySuggested(suggestion, t)}
      </Text>
    </Box>
  )
}
