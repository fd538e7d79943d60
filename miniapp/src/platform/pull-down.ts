/** The person pulled the page down: `refresh` runs, and the page springs back when it is done. A browser reloads. */
export function usePullDown(_refresh: () => Promise<unknown>): void {}
