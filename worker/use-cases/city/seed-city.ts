import type { City } from '../../demo-city/city-shape.ts'
import { hasCity, insertCity } from '../../repository/city.ts'
import { runBatch, type Database } from '../../repository/query.ts'

/**
 * Writes a whole city, all or nothing; does nothing where there is one.
 *
 * @param passwordHash the one password of all accounts of a demonstration city, hashed
 * @returns whether it was written
 */
export async function seedCity(
  { db, now }: { db: Database; now: number },
  city: City,
  passwordHash: string,
): Promise<boolean> {
  const [exists] = await runBatch(db, [hasCity(db)])
  if (exists) return false
  await runBatch(
    db,
    insertCity(db, {
      district: city.districts,
      street: city.streets,
      station: city.stations,
      station_code: city.stations.map(({ code, number }) => ({ code, stationNumber: number, createdAt: now })),
      deputy: city.deputies,
      body: city.bodies,
      category_group: city.categoryGroups,
      category: city.categories,
      deadline_limit: city.deadlineLimits,
      routing_rule: city.routingRules,
      account: city.accounts.map((account) => ({ ...account, passwordHash, createdAt: now })),
    }),
  )
  return true
}
