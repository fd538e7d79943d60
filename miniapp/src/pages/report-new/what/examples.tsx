import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { Disclosure } from '@/kit/disclosure'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'

/** Two reports that would be dealt with at once, and why. */
export function Examples() {
  const t = useText()
  return (
    <Disclosure title={t('report-new.examples')}>
      <Box gap={3}>
        {(['1', '2'] as const).map((n) => (
          <Card key={n} look="tint">
            <Text>{t(`report-new.example.${n}`)}</Text>
          </Card>
        ))}
        <Text block tone="muted">
          {t('report-new.example.why')}
        </Text>
      </Box>
    </Disclosure>
  )
}
