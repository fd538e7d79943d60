import type { Hotkeys } from './use-hotkeys'

/** A mini program hears no keys outside its fields. */
export function useHotkeys(_hotkeys: Hotkeys, _enabled: boolean): void {}
