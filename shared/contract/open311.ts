import * as z from 'zod/mini'
import { GEOREPORT_STATUSES } from '../domain/open311.ts'

// GeoReport v2 as its specification words it, in its own snake_case. Every answer is XML or JSON of the same content.

/** W3C date and time, always with a zone. */
const moment = z.iso.datetime({ offset: true })

export const geoService = z.object({
  service_code: z.string(),
  service_name: z.string(),
  description: z.string(),
  /** There are questions besides: ask for the definition. */
  metadata: z.boolean(),
  type: z.literal('realtime'),
  /** With commas between. */
  keywords: z.string(),
  group: z.string(),
})
export const geoServices = z.array(geoService)

const geoAttribute = z.object({
  variable: z.boolean(),
  code: z.string(),
  datatype: z.enum(['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist']),
  required: z.boolean(),
  datatype_description: z.nullable(z.string()),
  order: z.int(),
  description: z.string(),
  values: z.optional(z.array(z.object({ key: z.string(), name: z.string() }))),
})
export const geoServiceDefinition = z.object({
  service_code: z.string(),
  attributes: z.array(geoAttribute),
})

export const geoRequest = z.object({
  service_request_id: z.string(),
  status: z.enum(GEOREPORT_STATUSES),
  status_notes: z.nullable(z.string()),
  service_name: z.string(),
  service_code: z.string(),
  description: z.string(),
  agency_responsible: z.nullable(z.string()),
  service_notice: z.nullable(z.string()),
  requested_datetime: moment,
  updated_datetime: moment,
  expected_datetime: z.nullable(moment),
  address: z.nullable(z.string()),
  address_id: z.nullable(z.string()),
  zipcode: z.nullable(z.string()),
  lat: z.nullable(z.number()),
  long: z.nullable(z.number()),
  media_url: z.nullable(z.string()),
})
export type GeoRequest = z.infer<typeof geoRequest>
export const geoRequests = z.array(geoRequest)

export const geoFiled = z.array(
  z.object({
    service_request_id: z.string(),
    service_notice: z.string(),
    account_id: z.nullable(z.string()),
  }),
)

/** One thing that happened to a request: our extension, `servicerequestupdates`. */
export const geoUpdate = z.object({
  update_id: z.string(),
  service_request_id: z.string(),
  status: z.enum(GEOREPORT_STATUSES),
  updated_datetime: moment,
  description: z.string(),
})
export type GeoUpdate = z.infer<typeof geoUpdate>
export const geoUpdates = z.array(geoUpdate)

export const geoDiscovery = z.object({
  changeset: z.string(),
  contact: z.string(),
  key_service: z.string(),
  endpoints: z.array(
    z.object({
      specification: z.string(),
      url: z.string(),
      changeset: z.string(),
      type: z.enum(['production', 'test']),
      formats: z.array(z.string()),
    }),
  ),
})

/** The one shape of its refusals: an array. */
export const geoErrors = z.array(z.object({ code: z.int(), description: z.string() }))
export type GeoErrors = z.infer<typeof geoErrors>

const short = z.string().check(z.trim(), z.maxLength(200))
const degrees = (most: number) =>
  z.pipe(
    z.string().check(z.regex(/^[-+]?\d{1,3}(\.\d{1,20})?$/)),
    z.pipe(z.transform(Number), z.number().check(z.minimum(-most), z.maximum(most))),
  )
const flag = z.pipe(
  z.enum(['true', 'false', '1', '0']),
  z.transform((word) => word === 'true' || word === '1'),
)

/** `POST requests`: the form's fields but for `attribute[…]`. An empty field is the same as none. */
export const geoPost = z.object({
  api_key: z.optional(z.string().check(z.maxLength(200))),
  jurisdiction_id: z.optional(short),
  service_code: z.string().check(z.minLength(1), z.maxLength(60)),
  lat: z.optional(degrees(90)),
  long: z.optional(degrees(180)),
  address_string: z.optional(short),
  /** A station's number or the code in its printed link. */
  address_id: z.optional(z.string().check(z.trim(), z.maxLength(20))),
  /** Read and not kept. */
  email: z.optional(short),
  device_id: z.optional(short),
  account_id: z.optional(short),
  first_name: z.optional(z.string().check(z.trim(), z.maxLength(20))),
  last_name: z.optional(z.string().check(z.trim(), z.maxLength(20))),
  phone: z.optional(z.string().check(z.trim(), z.regex(/^[+\d][\d\s-]{4,19}$/))),
  description: z.optional(z.string().check(z.trim(), z.maxLength(4000))),
  media_url: z.optional(z.string().check(z.maxLength(500), z.regex(/^https?:\/\/[^\s<>"]+$/))),
  /** Our extension: the reporter says whether the report may be published once a person has looked at it. */
  consent_public: z.optional(flag),
})
export type GeoPost = z.output<typeof geoPost>

const list = z.pipe(
  z.string().check(z.maxLength(30_000)),
  z.transform((words) =>
    words
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean),
  ),
)

/** A moment with a zone. A client that forgot to encode the `+` of its zone is understood. */
const w3Moment = z.pipe(
  z.pipe(
    z.string(),
    z.transform((typed) => typed.replace(/ (?=\d\d:\d\d$)/, '+')),
  ),
  moment,
)

/** `GET requests`. */
export const geoRequestQuery = z.object({
  jurisdiction_id: z.optional(z.string()),
  api_key: z.optional(z.string()),
  service_request_id: z.optional(list),
  service_code: z.optional(list),
  start_date: z.optional(w3Moment),
  end_date: z.optional(w3Moment),
  status: z.optional(z.pipe(list, z.array(z.enum(GEOREPORT_STATUSES)))),
})
export type GeoRequestQuery = z.output<typeof geoRequestQuery>

/** `GET servicerequestupdates`. */
export const geoUpdateQuery = z.object({
  jurisdiction_id: z.optional(z.string()),
  api_key: z.optional(z.string()),
  service_request_id: z.optional(list),
  start_date: z.optional(w3Moment),
  end_date: z.optional(w3Moment),
})
export type GeoUpdateQuery = z.output<typeof geoUpdateQuery>

/** What reading one thing takes. */
export const geoReadQuery = z.object({
  jurisdiction_id: z.optional(z.string()),
  api_key: z.optional(z.string()),
})
