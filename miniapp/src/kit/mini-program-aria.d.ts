// Taro's types know two of WeChat's aria attributes; config/mini-program-aria.ts gives the templates the rest.
import '@tarojs/components'

declare module '@tarojs/components/types/common' {
  interface StandardProps {
    ariaRole?: string
    ariaLabel?: string
    ariaHidden?: boolean
    ariaChecked?: boolean
    ariaSelected?: boolean
    ariaExpanded?: boolean
    ariaModal?: boolean
    ariaLive?: 'polite' | 'assertive'
  }
}
