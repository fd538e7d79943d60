import { useState } from 'react'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Card } from '@/kit/card'
import { Heading } from '@/kit/heading'
import { List } from '@/kit/list'
import { ListItem } from '@/kit/list-item'
import { LiveRegion } from '@/kit/live-region'
import { Text } from '@/kit/text'
import { copyText } from '@/platform/clipboard'
import { useStaffText } from '../../locale/use-staff-text'

/** The codes that are shown this once; on with the word of the person that they are kept. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const t = useStaffText()
  const [copied, setCopied] = useState(false)
  return (
    <Card as="section" label={t('staff.factor.codes.title')}>
      <Box gap={4}>
        <Heading>{t('staff.factor.codes.title')}</Heading>
        <Text block>{t('staff.factor.codes.text')}</Text>
        <List label={t('staff.factor.codes.title')}>
          {codes.map((code) => (
            <ListItem key={code} title={code} />
          ))}
        </List>
        <Button
          block
          icon={copied ? 'check' : 'copy'}
          onClick={() => void copyText(codes.join('\n')).then(setCopied)}
        >
          {t(copied ? 'staff.factor.codes.copied' : 'staff.factor.codes.copy')}
        </Button>
        <LiveRegion message={copied ? t('staff.factor.codes.copied') : ''} />
        <Button kind="primary" block onClick={onKept}>
          {t('staff.factor.codes.kept')}
        </Button>
      </Box>
    </Card>
  )
}
