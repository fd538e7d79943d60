import * as z from 'zod/mini'
import { SWITCHES } from '../domain/switches.ts'

/** One thing that can be turned off. */
export const featureSwitch = z.object({ name: z.enum(SWITCHES), on: z.boolean() })
export type FeatureSwitch = z.infer<typeof featureSwitch>

/** `GET /api/v1/admin/switches`, in the order of the list. */
export const switchList = z.object({ items: z.array(featureSwitch) })
export type SwitchList = z.infer<typeof switchList>

/** `PATCH /api/v1/admin/switches/{name}` */
export const switchChange = z.strictObject({ on: z.boolean() })
export type SwitchChange = z.infer<typeof switchChange>
