import type * as z from 'zod/mini'
import type { geoDiscovery } from '../../../shared/contract/open311.ts'
import type { Context } from '../../context.ts'
import { filled, open311Words } from '../../locale/open311-words.ts'
import { servicesChangedAt } from '../../repository/open311-requests.ts'
import { runBatch } from '../../repository/query.ts'
import { w3 } from './request-shown.ts'

/** GeoReport's own name: what it is known by, not where anything is. */
const SPECIFICATION = 'http://wiki.open311.org/GeoReport_v2'

/**
 * Where Open311 is spoken here, and how to get a key.
 *
 * @param origin where the city is, `https://city.example`
 */
export async function discover(ctx: Context, origin: string): Promise<z.infer<typeof geoDiscovery>> {
  const [changedAt] = await runBatch(ctx.db, [servicesChangedAt(ctx.db)])
  const words = open311Words(ctx.locale)
  const docs = `${origin}/api/docs`
  const changeset = w3(changedAt ?? 0)
  return {
    changeset,
    contact: filled(words.contact, { docs }),
    key_service: filled(words.keyService, { docs }),
    endpoints: [
      {
        specification: SPECIFICATION,
        url: `${origin}/open311/v2`,
        changeset,
        type: ctx.config.demoCity ? 'test' : 'production',
        formats: ['text/xml', 'application/json'],
      },
    ],
  }
}
