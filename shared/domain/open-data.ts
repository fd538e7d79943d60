/**
 * Under which terms the open data may be used. A city that publishes under others says so here: every file and every
 * feed reads it from this place.
 */
export const LICENCE = {
  id: 'CC-BY-4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/',
  note: 'Name the city as the source. Words are published with consent and redacted, places are coarsened to about 100 m. Do not try to find out who filed a report.',
} as const
