import { useState } from 'react'
import { Box } from '@/kit/box'
import { Button } from '@/kit/button'
import { Text } from '@/kit/text'
import { useStaffText } from '../locale/use-staff-text'

interface AskedDeedProps {
  id: string
  /** on the button, and on the one that means it */
  label: string
  /** what will happen */
  question: string
  danger?: boolean
  busy: boolean
  onGo: () => void
}

/** Something that is asked about once more, because others will feel it. */
export function AskedDeed({ id, label, question, danger = false, busy, onGo }: AskedDeedProps) {
  const t = useStaffText()
  const [asked, setAsked] = useState(false)
  if (!asked)
    return (
      <Button id={id} block onClick={() => setAsked(true)}>
        {label}
      </Button>
    )
  const go = () => {
    setAsked(false)
    onGo()
  }
  return (
    <Box gap={2}>
      <Text block>{question}</Text>
      <Button kind={danger ? 'danger' : 'primary'} block busy={busy} onClick={go}>
        {label}
      </Button>
      <Button block onClick={() => setAsked(false)}>
        {t('common.cancel')}
      </Button>
    </Box>
  )
}
