/** Taro's types know two of WeChat's aria attributes; config/mini-program-aria.ts gives the templates all of these. */
export interface MiniProgramAria {
  ariaRole?: string
  ariaLabel?: string
  ariaHidden?: boolean
  ariaChecked?: boolean
  ariaSelected?: boolean
  ariaExpanded?: boolean
  ariaModal?: boolean
  ariaLive?: 'polite' | 'assertive'
}

declare module '@tarojs/components/types/common' {
  interface StandardProps extends MiniProgramAria {}
}
