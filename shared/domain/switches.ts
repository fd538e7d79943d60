/**
 * What a city can turn off, for a while or for good, without a new version. All are on as long as nobody says otherwise.
 *
 * - `opinions`: residents report through a station's code
 * - `snapshots`: deputies photograph problems
 * - `contact`: residents may leave how to reach them
 * - `public-list`: published reports as a list, on a map, and beside the form
 * - `open-data`: published reports and the figures as files and feeds
 * - `open311`: other systems of the city file reports with an API key
 * - `joins`: "I have met it too"
 * - `wishes`: "I want this in my district"
 */
export const SWITCHES = [
  'opinions',
  'snapshots',
  'contact',
  'public-list',
  'open-data',
  'open311',
  'joins',
  'wishes',
] as const
export type Switch = (typeof SWITCHES)[number]

export function isSwitch(name: string): name is Switch {
  return (SWITCHES as readonly string[]).includes(name)
}
