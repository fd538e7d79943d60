import * as z from 'zod/mini'
import { named } from './primitives.ts'

/** `GET /api/v1/districts`, by code. */
export const districtList = z.object({ items: z.array(named) })
export type DistrictList = z.infer<typeof districtList>
