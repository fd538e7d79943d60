import type { Shared } from './share'

/** What the platform's own share menu sends. A browser has one of its own, which sends the page's address. */
export function useSharing(_shared: Shared): void {}
