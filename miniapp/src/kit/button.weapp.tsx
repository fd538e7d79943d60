import { Button as TaroButton, Text } from '@tarojs/components'
import { useContext } from 'react'
import type { ButtonProps } from './button'
import { buttonClass } from './button-class'
import { FormSubmit } from './form-submit'
import { Icon } from './icon'
import { Spinner } from './spinner'

export function Button(props: ButtonProps) {
  const { busy, disabled, icon, id, label, pressed, submit, onClick, children } = props
  const send = useContext(FormSubmit)
  const press = () => {
    onClick?.()
    if (submit) send?.()
  }
  return (
    <TaroButton
      id={id}
      className={buttonClass(props)}
      hoverClass="k-hover"
      disabled={disabled}
      ariaLabel={pressed === undefined ? label : `${label ?? ''}${pressed ? ' ✓' : ''}` || undefined}
      onClick={busy || disabled ? undefined : press}
    >
      {busy ? <Spinner /> : icon && <Icon name={icon} />}
      {children !== undefined && <Text className="k-button-text">{children}</Text>}
    </TaroButton>
  )
}
