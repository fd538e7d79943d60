/**
 * H5 uses native elements (src/kit), none of Taro's web components. Taro's entry, tab bar and
 * previewImage define these all the same, and with them the whole of Stencil: a fifth of a first
 * page's script, and an icon font that our Content-Security-Policy refuses.
 */
const nothing = () => undefined

export const defineCustomElementTaroPullToRefreshCore = nothing
export const defineCustomElementTaroTabbar = nothing
export const defineCustomElementTaroSwiperCore = nothing
export const defineCustomElementTaroSwiperItemCore = nothing
