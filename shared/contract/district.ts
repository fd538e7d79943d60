import * as z from 'zod/mini'
import { named } from './primitives.ts'

const district = z.object({
  ...named.shape,
  /** Where its name belongs on a map (WGS84 degrees). */
  place: z.object({ lat: z.number(), lng: z.number() }),
})

/** `GET /api/v1/districts`, by code. */
export const districtList = z.object({ items: z.array(district) })
export type DistrictList = z.infer<typeof districtList>
