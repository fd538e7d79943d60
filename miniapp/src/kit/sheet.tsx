import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react'
import { useText } from '@/locale/use-text'
import { Icon } from './icon'

export interface SheetProps {
  open: boolean
  title: string
  /** the close button, Escape, a tap beside it */
  onClose: () => void
  /** Buttons at the foot */
  actions?: ReactNode
  children: ReactNode
}

/** A native modal dialog: it keeps the focus inside and gives it back to what opened it. */
export function Sheet({ open, title, onClose, actions, children }: SheetProps) {
  const t = useText()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  // Opening takes the focus; before the effects of what is inside, which may put it where it is needed.
  useLayoutEffect(() => {
    const element = dialog.current
    if (!open || !element) return
    const opener = document.activeElement
    element.showModal()
    return () => {
      element.close()
      if (opener instanceof HTMLElement) opener.focus()
    }
  }, [open])
  useEffect(() => {
    const element = dialog.current
    if (!open || !element) return
    // The backdrop belongs to the dialog: a tap on the dialog itself is a tap beside its content.
    const closeBeside = (event: MouseEvent) => {
      if (event.target === element) onClose()
    }
    element.addEventListener('click', closeBeside)
    return () => element.removeEventListener('click', closeBeside)
  }, [open, onClose])
  if (!open) return null
  return (
    <dialog
      className="k-sheet"
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        // Our state closes it, so that both always agree.
        event.preventDefault()
        onClose()
      }}
    >
      <div className="k-sheet-frame">
        <div className="k-sheet-head">
          <h2 className="k-sheet-title" id={id}>
            {title}
          </h2>
          <button
            type="button"
            className="k-button k-button-ghost k-button-icon"
            aria-label={t('common.close')}
            onClick={onClose}
          >
            <Icon name="close" />
          </button>
        </div>
        <div className="k-sheet-body">{children}</div>
        {actions && <div className="k-sheet-actions">{actions}</div>}
      </div>
    </dialog>
  )
}
