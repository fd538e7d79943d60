import Taro from '@tarojs/taro'
import { copyText } from './clipboard'

/** A mini program can call a number; it may not open foreign pages, so their address goes to the clipboard. */
export function openAddress(href: string): void {
  if (href.startsWith('tel:')) {
    // Rejects when the person changes their mind.
    Taro.makePhoneCall({ phoneNumber: href.slice(4) }).catch(() => undefined)
    return
  }
  void copyText(href)
}
