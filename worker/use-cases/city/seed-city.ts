import { spellName, spellStation } from '../spell-name.ts'
import type { City } from '../../demo-city/city-shape.ts'
import { cityQueries, hasCity } from '../../repository/city.ts'
import { runBatch, type Database } from '../../repository/query.ts'

/** Places are found by the sound of their names from the first moment on. */
function spelled(city: City) {
  const spell = <T extends { name: string }>(rows: readonly T[]) =>
    rows.map((row) => ({ ...row, pinyin: spellName(row.name) }))
  return {
    ...city,
    districts: spell(city.districts),
    streets: spell(city.streets),
    stations: city.stations.map((row) => ({ ...row, pinyin: spellStation(row) })),
  }
}

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
  await runBatch(db, cityQueries(db, spelled(city), now, passwordHash))
  return true
}
