import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { DisclosureProps } from './disclosure'
import { Icon } from './icon'

export function Disclosure({ title, startOpen = false, children }: DisclosureProps) {
  const [open, setOpen] = useState(startOpen)
  return (
    <View className="k-more">
      <View
        className="k-more-title"
        hoverClass="k-hover"
        ariaRole="button"
        ariaExpanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name={open ? 'down' : 'forward'} size="small" className="k-more-mark" />
        <Text>{title}</Text>
      </View>
      {open && <View className="k-more-body">{children}</View>}
    </View>
  )
}
