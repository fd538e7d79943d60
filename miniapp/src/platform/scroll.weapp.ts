import Taro from '@tarojs/taro'

export function scrollToId(id: string): void {
  // Rejects when the element has left the page meanwhile.
  Promise.resolve(Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -16 })).catch(() => undefined)
}
