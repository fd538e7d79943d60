import { Button } from '@/kit/button'
import { Sheet } from '@/kit/sheet'
import { Text } from '@/kit/text'
import { useText } from '@/locale/use-text'

export interface ConfirmSheetProps {
  open: boolean
  /** the question */
  title: string
  /** what it means */
  text: string
  /** the words on the button that does it */
  confirm: string
  danger?: boolean
  onConfirm: () => void
  onClose: () => void
}

/** Asks before what cannot be taken back. */
export function ConfirmSheet({ open, title, text, confirm, danger, onConfirm, onClose }: ConfirmSheetProps) {
  const t = useText()
  const actions = (
    <>
      <Button kind={danger ? 'danger' : 'primary'} block onClick={onConfirm}>
        {confirm}
      </Button>
      <Button block onClick={onClose}>
        {t('common.cancel')}
      </Button>
    </>
  )
  return (
    <Sheet open={open} title={title} onClose={onClose} actions={actions}>
      <Text block>{text}</Text>
    </Sheet>
  )
}
