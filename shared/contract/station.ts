import * as z from 'zod/mini'
import { listOf, named, nearPosition, place } from './primitives.ts'

/** A liaison station as lists show it. `distance` (metres) is set when the list was asked for `near`. */
export const stationRow = z.object({
  number: z.string(),
  code: z.string(),
  name: z.string(),
  district: named,
  street: named,
  place,
  distance: z.optional(z.number()),
})
export type StationRow = z.infer<typeof stationRow>

export const stationList = listOf(stationRow)
export type StationList = z.infer<typeof stationList>

export const deputy = z.object({
  id: z.string(),
  name: z.string(),
  level: z.enum(['nation', 'province', 'city', 'district', 'town']),
  title: z.string(),
})
export type Deputy = z.infer<typeof deputy>

/** What a station has done, counted from its reports. Times in hours. */
export const stationFigures = z.object({
  received: z.number(),
  open: z.number(),
  answered: z.number(),
  declined: z.number(),
  /** Of those answered, how many within the promised date. */
  answeredInTime: z.number(),
  /** Median hours from submission to answer; null with nothing answered yet. */
  medianHours: z.nullable(z.number()),
})

export const station = z.object({
  ...stationRow.shape,
  hours: z.string(),
  deputies: z.array(deputy),
  /** Who of them can be met there today: their ids. */
  onDuty: z.array(z.string()),
  figures: stationFigures,
})
export type Station = z.infer<typeof station>

/** Query of `GET /api/v1/stations`. `q` finds a number, a name or a street. */
export const stationListQuery = z.object({
  q: z.optional(z.string().check(z.trim(), z.maxLength(40))),
  district: z.optional(z.string().check(z.maxLength(12))),
  near: z.optional(nearPosition),
  cursor: z.optional(z.string().check(z.maxLength(200))),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 20),
})
export type StationListQuery = z.infer<typeof stationListQuery>
