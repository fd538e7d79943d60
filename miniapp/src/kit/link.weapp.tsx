import { View } from '@tarojs/components'
import { openAddress } from '@/platform/open-address'
import { navigate, redirect } from '@/platform/navigation'
import { Icon } from './icon'
import type { LinkProps } from './link'
import { linkClass } from './link-class'

export function Link(props: LinkProps) {
  const { to, query, href, replace, icon, label, children } = props
  const follow = () => {
    if (href) openAddress(href)
    else if (to && replace) redirect(to, query)
    else if (to) navigate(to, query)
  }
  return (
    <View
      className={linkClass(props)}
      hoverClass="k-hover"
      ariaRole="link"
      ariaLabel={label}
      onClick={follow}
    >
      {icon && <Icon name={icon} />}
      {children}
    </View>
  )
}
