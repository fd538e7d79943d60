import { Box } from '@/kit/box'
import { Disclosure } from '@/kit/disclosure'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'

type Explained = 'rates' | 'fate' | 'onTime' | 'more'

/** What the numbers above mean, one tap away. */
export function HowCounted({ of }: { of: readonly Explained[] }) {
  const t = useText()
  return (
    <Disclosure title={t('figures.how')}>
      <Box gap={2}>
        {of.map((one) => (
          <Text key={one} block>
            {t(`figures.${one}.how`)}
          </Text>
        ))}
      </Box>
    </Disclosure>
  )
}
