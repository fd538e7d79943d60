import { useState } from 'react'
import { ConfirmSheet } from '@/components/confirm-sheet/confirm-sheet'
import { Button, type ButtonProps } from '@/kit/button'
import { useText } from '@/locale/use-text'

interface StartOverProps extends Pick<ButtonProps, 'kind' | 'small' | 'block'> {
  children: string
  onFresh: () => void
}

/** Drops what is half written, after it has been asked once more. */
export function StartOver({ children, onFresh, ...look }: StartOverProps) {
  const t = useText()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button {...look} onClick={() => setAsking(true)}>
        {children}
      </Button>
      <ConfirmSheet
        open={asking}
        title={t('report-new.fresh.ask')}
        text={t('report-new.fresh.text')}
        confirm={t('report-new.fresh.yes')}
        danger
        onConfirm={() => {
          setAsking(false)
          onFresh()
        }}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
