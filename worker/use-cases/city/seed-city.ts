import type { City } from '../../demo-city/city-shape.ts'
import { cityQueries, hasCity } from '../../repository/city.ts'
import { runBatch, type Database } from '../../repository/query.ts'

/**
 * Writes a whole city into an empty database; where there is one already nothing happens.
 *
 * @param passwordHash of the password that all its accounts get
 * @returns whether the city was written
 */
export async function seedCity(
  { db, now }: { db: Database; now: number },
  city: City,
  passwordHash: string,
): Promise<boolean> {
  const [alreadyThere] = await runBatch(db, [hasCity(db)])
  if (alreadyThere) return false
  await runBatch(db, cityQueries(db, city, now, passwordHash))
  return true
}
