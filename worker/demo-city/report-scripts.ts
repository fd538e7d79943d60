import type { DemoReport } from './report-script-shape.ts'
import { ALIKE_REPORTS } from './scripts-alike.ts'
import { ELSEWHERE_REPORTS } from './scripts-elsewhere.ts'
import { FIRST_STATION_REPORTS } from './scripts-first-station.ts'
import { MERGED_REPORTS } from './scripts-merged.ts'
import { SNAPSHOT_REPORTS } from './scripts-snapshots.ts'

/**
 * A few dozen reports in every state, with every action that can be taken, the oldest first. `daysAgo` counts back from the moment of seeding, so the
 * demonstration is as fresh on any day; every step of a script lies in the past by then.
 */
export const DEMO_REPORTS: readonly DemoReport[] = [
  ...FIRST_STATION_REPORTS,
  ...MERGED_REPORTS,
  ...ALIKE_REPORTS,
  ...SNAPSHOT_REPORTS,
  ...ELSEWHERE_REPORTS,
].sort((a, b) => b.daysAgo - a.daysAgo)
