import * as z from 'zod/mini'

/** `POST /api/v1/stations/{code}/code`: the code that is in force now, and the link that is printed. */
export const stationCode = z.object({ number: z.string(), code: z.string(), link: z.string() })
export type StationCode = z.infer<typeof stationCode>

/**
 * `GET /api/v1/stations/{code}/scans`: the last 30 days, latest first; a poster that nobody sees shows here. The reports
 * are all that residents filed with the station, scanned or not: which way somebody came is not kept.
 */
export const stationScans = z.object({
  scans: z.number(),
  reports: z.number(),
  days: z.array(z.object({ date: z.string(), scans: z.number(), reports: z.number() })),
})
export type StationScans = z.infer<typeof stationScans>
