import { lampDrawing } from '@/components/illustrations/lamp'
import { receiptDrawing } from '@/components/illustrations/receipt'
import { scanningDrawing } from '@/components/illustrations/scanning'
import { Box } from '@/kit/box'
import { Card } from '@/kit/card'
import { Drawing } from '@/kit/drawing'
import { Heading } from '@/kit/heading'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'

const PICTURES = { 1: scanningDrawing, 2: receiptDrawing, 3: lampDrawing } as const

/** The whole of it in three pictures. */
export function HowItWorks() {
  const t = useText()
  return (
    <Card as="section" label={t('station.how')}>
      <Box gap={3}>
        <Heading>{t('station.how')}</Heading>
        <List bare ordered label={t('station.how')} className="station-how">
          {([1, 2, 3] as const).map((n) => (
            <ListItem key={n}>
              <Box row gap={4} align="center" className="station-way">
                <Drawing drawing={PICTURES[n]} className="station-picture" />
                <Box grow>
                  <Text block strong>
                    {n}. {t(`station.how.${n}`)}
                  </Text>
                  <Text block size="small" tone="muted">
                    {t(`station.how.${n}.text`)}
                  </Text>
                </Box>
              </Box>
            </ListItem>
          ))}
        </List>
      </Box>
    </Card>
  )
}
