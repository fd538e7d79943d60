import { AppError } from '../../../shared/domain/errors.ts'
import type { Switch } from '../../../shared/domain/switches.ts'

/** @throws AppError `SWITCHED_OFF` when the city has turned it off */
export function requireOn(off: ReadonlySet<Switch>, name: Switch): void {
  if (off.has(name)) throw new AppError('SWITCHED_OFF')
}
