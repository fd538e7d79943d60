import { Box } from '@/kit/box'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'
import { useCaseLanguage } from '../case-card/use-case-title'
import './case-steps.scss'

/** How it works: numbered, along one line. */
export function CaseSteps({ steps }: { steps: readonly string[] }) {
  const t = useText()
  const lang = useCaseLanguage()
  return (
    <List ordered bare className="case-steps" label={t('cases.steps')}>
      {steps.map((step, index) => (
        <ListItem key={step} className="case-step">
          <Box row align="start" gap={3}>
            <Text className="case-step-number">{index + 1}</Text>
            <Box className="case-step-words" lang={lang}>
              {step}
            </Box>
          </Box>
        </ListItem>
      ))}
    </List>
  )
}
