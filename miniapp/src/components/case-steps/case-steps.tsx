import { Box } from '@/kit/box'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'
import './case-steps.scss'

/** How it works: numbered, along one line. */
export function CaseSteps({ steps }: { steps: readonly string[] }) {
  const t = useText()
  return (
    <List ordered bare className="case-steps" label={t('cases.steps')}>
      {steps.map((step, index) => (
        <ListItem key={step} className="case-step">
          <Box row align="start" gap={3}>
            <Text className="case-step-number">{index + 1}</Text>
            <Text className="case-step-words">{step}</Text>
          </Box>
        </ListItem>
      ))}
    </List>
  )
}
