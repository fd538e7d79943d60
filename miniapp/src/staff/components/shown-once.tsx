import { useState } from 'react'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Card } from '@/kit/card'
import { Heading } from '@/kit/heading'
import { LiveRegion } from '@/kit/live-region'
import { Text } from '@/kit/text'
import { copyText } from '@/platform/clipboard'
import { useStaffText } from '../locale/use-staff-text'

/** Something secret that nobody can look up later: to be copied now. */
export function ShownOnce({ title, text, secret }: { title: string; text: string; secret: string }) {
  const t = useStaffText()
  const [copied, setCopied] = useState<boolean | null>(null)
  const message = copied === null ? '' : t(copied ? 'staff.doors.copied' : 'staff.doors.by-hand')
  return (
    <Card look="tint">
      <Box gap={3}>
        <Heading>{title}</Heading>
        <Text block>{text}</Text>
        <Text block className="staff-code">
          {secret}
        </Text>
        <Button icon={copied ? 'check' : 'copy'} onClick={() => void copyText(secret).then(setCopied)}>
          {t(copied ? 'staff.doors.copied' : 'staff.doors.copy')}
        </Button>
        {copied === false && <Text block>{message}</Text>}
        <LiveRegion message={message} />
      </Box>
    </Card>
  )
}
