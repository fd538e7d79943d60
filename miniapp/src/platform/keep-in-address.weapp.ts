import type { Query, RouteName } from './navigation'

/** A mini program has no address line; its pages stay as they are while others cover them. */
export function keepInAddress(_page: RouteName, _query: Query): void {}
