import type { IconName } from './icon-paths'

/** What a colour says; it never says it alone, an icon or words stand beside it. */
export type Tone = 'good' | 'wait' | 'bad' | 'info'

export const toneIcons: Record<Tone, IconName> = { good: 'check', wait: 'clock', bad: 'alert', info: 'info' }
