import { writingHints } from '@shared/domain/writing-hints.ts'
import { Box } from '@/kit/box'
import { Icon } from '@/kit/icon'
import { LiveRegion } from '@/kit/live-region'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'
import { useSettled } from '@/components/search/use-settled'

/** One thing at a time that would help whoever comes to look; said once the fingers rest. */
export function WritingHint({ text, hasPlace }: { text: string; hasPlace: boolean }) {
  const t = useText()
  const settled = useSettled(text)
  if (settled === '') return null
  const [hint] = writingHints(settled, hasPlace)
  const words = t(hint ? `report-new.hint.${hint}` : 'report-new.hint.good')
  return (
    <Box row gap={2} align="start" className={hint ? 'writing-hint' : 'writing-hint writing-good'}>
      <Icon name={hint ? 'idea' : 'check'} />
      <Text size="small">{words}</Text>
      <LiveRegion message={words} />
    </Box>
  )
}
