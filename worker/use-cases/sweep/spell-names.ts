import { spellName, spellStation } from '../spell-name.ts'
import type { Context } from '../../context.ts'
import { runBatch } from '../../repository/query.ts'
import { saveSpelling, SPELLED_TABLES, unspelledNames } from '../../repository/spelled-names.ts'

/** Names a table and run. */
const MOST = 300

/** Spells the names by which places are searched: those of a city that was here before, and those that were changed. */
export async function spellNames({ db }: Pick<Context, 'db'>): Promise<void> {
  const found = await runBatch(
    db,
    SPELLED_TABLES.map((table) => unspelledNames(db, table, MOST)),
  )
  const saves = SPELLED_TABLES.flatMap((table, index) => {
    const spelled = (found[index] ?? []).map(
      ({ key, name, address }) =>
        [key, address === null ? spellName(name) : spellStation({ name, address })] as const,
    )
    return spelled.length > 0 ? [saveSpelling(db, table, spelled)] : []
  })
  await runBatch(db, saves)
}
