import { useShareAppMessage } from '@tarojs/taro'
import { urlOf } from './navigation'
import type { Shared } from './share'

/**
 * What WeChat's own menu and a button with `openType="share"` send. The page's configuration says `enableShareAppMessage`;
 * of several on a page the outermost decides.
 */
export function useSharing({ title, to, query }: Shared): void {
  useShareAppMessage(() => ({ title, path: urlOf(to, query) }))
}
