import * as z from 'zod/mini'

const whole = z.coerce.number().check(z.int(), z.minimum(0), z.maximum(2 ** 18))

/** `GET /api/v1/map/{z}/{x}/{y}`: a piece of the map, Web Mercator, 256 pixels. */
export const mapTile = z.object({ z: whole, x: whole, y: whole })
