import Taro from '@tarojs/taro'

export function scrollToId(id: string, _block?: 'start' | 'nearest'): void {
  // Rejects when the element has left the page meanwhile.
  Promise.resolve(Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -16 })).catch(() => undefined)
}

/** A mini program has no keyboard focus; it brings the place into view. */
export const focusOnId = (id: string) => scrollToId(id)

export function scrollToTopOf(_id: string): void {
  Promise.resolve(Taro.pageScrollTo({ scrollTop: 0 })).catch(() => undefined)
}

export function focusPressOf(_id: string): void {}

export const focusSoonOnId = (id: string) => scrollToId(id)
