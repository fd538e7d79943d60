import type { RouteName } from '../../config/routes'

/** A mini program is on the device already. */
export function preloadScreens(_names: readonly RouteName[]): void {}
