import { isSwitch, type Switch } from '../../shared/domain/switches.ts'
import { write, type Database, type Query } from './query.ts'
import { saveSetting } from './settings.ts'

const PREFIX = 'switch:'
const OFF = 'off'
/** The character after the colon ends the range. */
const SWITCHED_OFF = `SELECT substr(key, ${PREFIX.length + 1}) AS name FROM setting
  WHERE key >= '${PREFIX}' AND key < '${PREFIX.replace(':', ';')}' AND value = '${OFF}'`

/** Everything that is turned off now; to be asked in the batch of what depends on it. */
export function switchedOff(db: Database): Query<ReadonlySet<Switch>> {
  return {
    statement: db.prepare(SWITCHED_OFF),
    read: (rows) => new Set(rows.map(({ name }) => name as string).filter(isSwitch)),
  }
}

/** Turns one off, or on again. */
export function saveSwitch(db: Database, name: Switch, on: boolean): Query<void> {
  if (!on) return saveSetting(db, PREFIX + name, OFF)
  return write(db.prepare('DELETE FROM setting WHERE key = ?1').bind(PREFIX + name))
}
